/** How many templates by phone an Official Account may still send today, as Zalo last said. */
export const quotas: readonly string[] = [
  `create table zalo_quota (oa text primary key, daily integer, remaining integer, noted_at timestamptz not null)`,
]
