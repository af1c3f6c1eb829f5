/** Which file a draft came from, so that a second person goes through its drafts one after the other. */
export const draftBatch: readonly string[] = [`alter table answer_revision add column batch text`]
