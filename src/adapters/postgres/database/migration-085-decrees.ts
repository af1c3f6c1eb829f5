/** Decrees that staff entered: what they change in the law of the files. Publications are counted in answer_state. */
export const decreeTables: readonly string[] = [
  `create table decree (
    id bigint generated always as identity primary key, name text not null,
    state text not null check (state in ('draft', 'submitted', 'published', 'taken-back', 'dropped')),
    form text not null, change text, touched text[] not null, version int not null default 1, seen bigint not null,
    authors text[] not null, reviewer text, second_read text, note text, changed_at timestamptz not null,
    published_at timestamptz, published_no bigint, moved_no bigint, taken_by text, taken_at timestamptz,
    taken_why text)`,
  `create index decree_open on decree (changed_at) where state in ('draft', 'submitted')`,
  `create index decree_moved on decree (moved_no) where moved_no is not null`,
]
