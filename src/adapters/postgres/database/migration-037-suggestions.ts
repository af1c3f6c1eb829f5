/** What agents want changed in answers and scripts, and what the officer made of it. `key` names one tap of a phone. */
export const suggestionTables: readonly string[] = [
  `create table suggestion (
    id bigint generated always as identity primary key, agent_id text not null references agent, key text not null,
    about text not null check (about in ('answer', 'script', 'other')), ref text, words text not null,
    made_at timestamptz not null, state text not null default 'new' check (state in ('new', 'taken', 'declined')),
    answer text, settled_by text, settled_at timestamptz, unique (agent_id, key))`,
  `create index suggestion_state on suggestion (state, id)`,
]
