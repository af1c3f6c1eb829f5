/** What brought somebody to a talk: the code of a link or an advertisement, as often as it did. Nothing they typed. */
export const talkSources: readonly string[] = [
  `create table talk_source (
    event_id uuid primary key, person_id uuid not null references person on delete cascade,
    kind text not null check (kind in ('link', 'ad')), ref text, ad_id text, at timestamptz not null)`,
  `create index talk_source_person on talk_source (person_id, at)`,
]
