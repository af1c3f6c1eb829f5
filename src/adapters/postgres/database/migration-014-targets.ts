/** Plans by agent, commune or province, programme and period. What was reached is counted from outcomes, never kept twice. */
export const targetTables: readonly string[] = [
  `create table target (
    kind text not null check (kind in ('agent', 'commune', 'province')), subject text not null, programme text not null,
    period text not null, from_day text not null, until_day text not null, plan integer not null check (plan >= 0),
    set_by text not null, set_at timestamptz not null, primary key (kind, subject, programme, period))`,
  `create index target_days on target (from_day, until_day)`,
  `create index lead_joined on lead (outcome_at) where outcome = 'joined'`,
]
