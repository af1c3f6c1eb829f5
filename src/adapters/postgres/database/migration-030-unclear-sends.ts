/**
 * A send whose answer was lost may have arrived: after we were away, its echo is waited for once more. Echoes are found
 * again by the platform's id.
 */
export const unclearSends: readonly string[] = [
  `alter table outbox add column unclear boolean not null default false`,
  `create index outbox_platform on outbox (platform_id) where platform_id is not null`,
]
