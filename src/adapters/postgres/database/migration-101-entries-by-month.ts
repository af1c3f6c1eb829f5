/**
 * Answers given, by the month beside the day: a year of them, each answer a row a day, is a million rows. Summed up with the
 * days (sum-up.ts).
 */
export const entriesByMonth: readonly string[] = [
  `create table entry_month (
    month text not null, channel text not null, desk text not null, item text not null, n bigint not null,
    primary key (month, channel, desk, item))`,
  `insert into entry_month (month, channel, desk, item, n)
    select left(day, 7), channel, desk, item, sum(n) from day_count where what = 'entry' group by 1, 2, 3, 4`,
]
