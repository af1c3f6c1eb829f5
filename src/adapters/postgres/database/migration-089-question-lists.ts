/** The lists of questions in their own order, so that the newest are read without sorting; and those that were declined. */
export const questionLists: readonly string[] = [
  `drop index question_to_mend`,
  `create index question_to_mend on question (asked_at desc, key)
    where outcome = 'not-understood' or verdict = 'not-meant'`,
  `create index question_not_ours on question (asked_at desc, key) where outcome = 'not-ours'`,
]
