/** Every act on a lead sees to what the desk was told of it. */
export const noticesOfLeads: readonly string[] = [
  `create index staff_notice_lead on staff_notice (lead_id) where settled_at is null`,
]
