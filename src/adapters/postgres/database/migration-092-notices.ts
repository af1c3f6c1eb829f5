/** Who saw to a staff notice, when, and what they noted. */
export const settledNotices: readonly string[] = [
  `alter table staff_notice add column settled_at timestamptz, add column settled_by text, add column answer text`,
  `create index staff_notice_open on staff_notice (at desc) where settled_at is null`,
]
