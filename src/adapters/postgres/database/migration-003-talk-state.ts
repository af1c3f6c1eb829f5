/** When the person was last heard, and when a message was last tried: windows and echoes are reckoned from these. */
export const talkState: readonly string[] = [
  `alter table session add column heard_at timestamptz`,
  `alter table outbox add column heard_at timestamptz, add column tried_at timestamptz`,
]
