/** A picture on its way out, until it has gone; and which message a line of a talk became, for whoever wrote it. */
export const pictures: readonly string[] = [
  `alter table outbox add column sealed_picture text`,
  `create index outbox_picture on outbox (written_at) where sealed_picture is not null`,
  `alter table hand_over_line add column outbox_id uuid, add column is_picture boolean not null default false`,
]
