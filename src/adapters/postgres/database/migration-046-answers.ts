/** Revisions of answers, which of them are served instead of the files, and when that changed. */
export const answerTables: readonly string[] = [
  `create table answer_state (one boolean primary key default true check (one), version bigint not null default 0)`,
  `insert into answer_state default values`,
  `create table answer_revision (
    id bigint generated always as identity primary key, entry_id text not null, name text not null,
    state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'dropped')),
    text text not null, base text, base_id bigint references answer_revision, version int not null default 1,
    authors text[] not null, reviewer text, note text, changed_at timestamptz not null, publish_at timestamptz,
    published_at timestamptz)`,
  `create index answer_revision_entry on answer_revision (entry_id, id)`,
  `create index answer_revision_open on answer_revision (changed_at) where state in ('draft', 'submitted', 'approved')`,
  `create table answer_served (
    entry_id text primary key, revision_id bigint references answer_revision)`,
  `create table answer_publication (
    id bigint generated always as identity primary key, entry_id text not null,
    revision_id bigint references answer_revision, at timestamptz not null, by_login text not null,
    kind text not null check (kind in ('publish', 'roll-back')))`,
  `create index answer_publication_entry on answer_publication (entry_id, id)`,
]
