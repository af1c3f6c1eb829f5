/** What a message answers: one id finds a talk's whole way in logs and traces. */
export const outboxCause: readonly string[] = [`alter table outbox add column cause uuid`]
