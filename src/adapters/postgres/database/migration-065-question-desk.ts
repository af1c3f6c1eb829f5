/** On which page a question was asked, and the way to those that somebody should mend without reading all. */
export const questionDesk: readonly string[] = [
  `alter table question add column desk text not null default ''`,
  `create index question_to_mend on question (asked_at desc)
    where outcome = 'not-understood' or verdict = 'not-meant'`,
]
