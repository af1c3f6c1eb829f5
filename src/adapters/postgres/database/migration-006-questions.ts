/** What people asked, with personal data left out before it comes here; no column says who. */
export const questionTables: readonly string[] = [
  `create table question (
    key text primary key, asked_at timestamptz not null, channel text not null, programme text, words text not null,
    outcome text not null
      check (outcome in ('answered', 'choices', 'not-ours', 'not-understood', 'handed-over')),
    shown text[] not null, verdict text check (verdict in ('chosen', 'helpful', 'not-meant')), chosen text)`,
  `create index question_asked on question (asked_at)`,
]
