/** What was begun and may have happened although nobody wrote it down: a token renewed, an agent told. */
export const tries: readonly string[] = [
  `alter table zalo_token add column renewing_since timestamptz`,
  `alter table agent_link add column tried_at timestamptz, add column sealed_token text, add column tracking_id text`,
  `create unique index agent_link_tracking on agent_link (tracking_id) where tracking_id is not null`,
]
