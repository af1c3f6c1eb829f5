/**
 * What people ask about their own data in the chat, whom that takes away, and the agents who must delete what they
 * noted. An erased person leaves the keyed hash they were found by, so that a restored backup can be cleaned again.
 */
export const personalData: readonly string[] = [
  `alter table data_request add column kind text not null default 'erase' check (kind in ('erase', 'withdraw'))`,
  `create table erased_person (lookup text primary key, at timestamptz not null)`,
  `create table agent_erasure (
    id bigint generated always as identity primary key, agent_id text not null references agent, lead_code text not null,
    asked_at timestamptz not null, confirmed_at timestamptz, unique (agent_id, lead_code))`,
  `alter table lead alter column person_id drop not null`,
]
