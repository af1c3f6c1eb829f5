/** Replies that were given up are few and looked at by day: sent ones never touch this index. */
export const failedSends: readonly string[] = [
  `create index outbox_failed on outbox (settled_at)
    where state in ('not-allowed-now', 'person-left', 'our-fault')`,
]
