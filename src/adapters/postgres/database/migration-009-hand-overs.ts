/** Talks that a person of the desk has, or is waited for; and what was said meanwhile, sealed for the citizen. */
export const handOverTables: readonly string[] = [
  `create table hand_over (
    id uuid primary key, person_id uuid not null references person on delete cascade,
    state text not null check (state in ('waiting', 'claimed')),
    asked_at timestamptz not null, answer_by timestamptz, claimed_by text, spoke_at timestamptz, heard_at timestamptz,
    given_back boolean not null default false, closed_at timestamptz, closed_why text)`,
  `create unique index hand_over_open on hand_over (person_id) where closed_at is null`,
  `create index hand_over_person on hand_over (person_id, closed_at)`,
  `create table hand_over_line (
    id bigint generated always as identity primary key,
    hand_over_id uuid not null references hand_over on delete cascade,
    by text not null check (by in ('citizen', 'staff', 'inbox')), sealed_text text not null, at timestamptz not null)`,
  `create index hand_over_line_of on hand_over_line (hand_over_id, id)`,
]
