/**
 * What the dashboard counts, by the day. A row that counts (a visit, a question, a lead) adds what it counts for to
 * `day_count_new` in its own transaction, and takes back what it counted for before it changed: a trigger does it, so
 * nobody who writes such a row can forget it. `day_count_new` only grows, so no writer waits for another; a chore sums it
 * into `day_count`. What a row counts for is said once, in its function; nothing is taken back when rows are forgotten.
 */
const tables = [
  `create table visit (
    person_id uuid not null references person on delete cascade, day text not null, programme text not null,
    turns int not null, channel text not null, desk text not null, primary key (person_id, day, programme))`,
  `create index visit_day on visit (day)`,
  `create table day_count (
    what text not null, day text not null, channel text not null, desk text not null, programme text not null,
    commune text not null, agent text not null, item text not null, n bigint not null,
    primary key (what, day, channel, desk, programme, commune, agent, item))`,
  `create table day_count_new (
    id bigint generated always as identity primary key, what text not null, day text not null, channel text not null,
    desk text not null, programme text not null, commune text not null, agent text not null, item text not null,
    n bigint not null)`,
  // A small sample says enough of it: looking at more would hold the embedded store.
  ...['what', 'day', 'channel', 'desk', 'programme', 'commune', 'agent', 'item', 'n'].map(
    (column) => `alter table day_count alter column ${column} set statistics 5`,
  ),
  // The page a lead came from stays when the person is forgotten: it is about nobody.
  `alter table lead add column channel text not null default '', add column desk text not null default ''`,
  `update lead l set channel = p.channel, desk = p.desk from person p where p.id = l.person_id`,
]

const counted = `table (what text, day text, channel text, desk text, programme text, commune text, agent text, item text)`
const dayOf = (at: string) => `to_char(${at} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`
const within = (time: string, limits: readonly (readonly [string, string])[], beyond: string) =>
  `case ${limits.map(([limit, item]) => `when ${time} <= interval '${limit}' then '${item}'`).join(' ')} else '${beyond}' end`

const accepted = within('l.accepted_at - l.offered_at', [['1 hour', 'a'], ['4 hours', 'b'], ['24 hours', 'c']], 'd') // prettier-ignore
const called = within('l.first_call_at - l.captured_at', [['4 hours', 'a'], ['24 hours', 'b'], ['48 hours', 'c']], 'd') // prettier-ignore

/** What one row counts for, as it stands. The words for each are in src/numbers/stages.ts. */
const functions = [
  `create function counts_of(v visit) returns ${counted} language sql stable as $$
    select case when v.programme = '' then 'visit' else 'visit-about' end, v.day, v.channel, v.desk, v.programme, '', '', item
    from unnest(case when v.turns > 1 then array['once', 'again'] else array['once'] end) as item $$`,
  `create function counts_of(q question) returns ${counted} language sql stable as $$
    select what, ${dayOf('q.asked_at')}, q.channel, q.desk, case what when 'entry' then '' else coalesce(q.programme, '') end,
      '', '', item
    from (values
      ('asked', case when q.outcome = 'choices' and q.chosen is not null then 'chosen' else q.outcome end),
      ('verdict', q.verdict),
      ('entry', coalesce(q.chosen,
        case when q.outcome = 'answered' and q.verdict is distinct from 'not-meant' then q.shown[1] end))) as c (what, item)
    where item is not null $$`,
  `create function counts_of(l lead) returns ${counted} language sql stable as $$
    select what, ${dayOf('l.captured_at')}, l.channel, l.desk, l.programme, l.commune_code, coalesce(l.agent_id, ''), item
    from (values
      ('lead', 'left'),
      ('lead', case when l.first_call_at is not null
        and (l.state = 'contacted' or l.outcome not in ('not-reached', 'wrong-number')) then 'contacted' end),
      ('lead', case when l.outcome = 'joined' then 'joined' end),
      ('accepted', case when l.accepted_at is not null then ${accepted} end),
      ('called', case when l.first_call_at is not null then ${called} end)) as c (what, item)
    where item is not null $$`,
]

const columns = 'what, day, channel, desk, programme, commune, agent, item'

/** On a change, only what differs is written. */
function triggers(table: string, watched: readonly string[]): readonly string[] {
  const row = (which: string) => `(${watched.map((column) => `${which}.${column}`).join(', ')})`
  return [
    `create function count_new_${table}() returns trigger language plpgsql as $$ begin
      insert into day_count_new (${columns}, n) select c.*, 1 from counts_of(new) c;
      return null; end $$`,
    `create function count_changed_${table}() returns trigger language plpgsql as $$ begin
      insert into day_count_new (${columns}, n)
        select ${columns}, sum(n) from (
          select c.*, 1 as n from counts_of(new) c union all select c.*, -1 from counts_of(old) c) as both_sides
        group by ${columns} having sum(n) <> 0;
      return null; end $$`,
    `create trigger count_new after insert on ${table} for each row execute function count_new_${table}()`,
    `create trigger count_changed after update on ${table} for each row when (${row('old')} is distinct from ${row('new')})
      execute function count_changed_${table}()`,
  ]
}

const onLead = ['captured_at', 'channel', 'desk', 'programme', 'commune_code', 'agent_id', 'state', 'outcome']
const onLeadTimes = ['offered_at', 'accepted_at', 'first_call_at']
const onQuestion = ['asked_at', 'channel', 'desk', 'programme', 'outcome', 'shown', 'verdict', 'chosen']

/**
 * What the tables still hold is counted: every lead; questions as long as they are kept; visits and times of answers as
 * long as replies are (30 days). Which programme a visit was about was not kept with the person, so it starts today.
 */
export const countWhatIsThere = [
  `insert into day_count (${columns}, n)
    select ${columns}, count(*) from (
      select c.* from lead l, lateral counts_of(l) c union all select c.* from question q, lateral counts_of(q) c) as all_rows
    group by ${columns}`,
  `insert into visit (person_id, day, programme, turns, channel, desk)
    select o.person_id, ${dayOf('o.written_at')}, '', count(distinct o.cause), p.channel, p.desk
    from outbox o join person p on p.id = o.person_id where o.cause is not null group by 1, 2, 5, 6`,
  `insert into day_count_new (${columns}, n)
    select 'answered', day, channel, desk, '', '', '', item, count(*) from (
      select distinct on (o.cause) ${dayOf('o.written_at')} as day, p.channel, p.desk,
        ${within(
          'o.written_at - o.heard_at',
          [
            ['5 seconds', 'a'],
            ['30 seconds', 'b'],
            ['5 minutes', 'c'],
          ],
          'd',
        )} as item
      from outbox o join person p on p.id = o.person_id where o.cause is not null and o.heard_at is not null
      order by o.cause, o.seq) as turns
    group by day, channel, desk, item`,
]

export const numberTables: readonly string[] = [
  ...tables,
  ...functions,
  ...triggers('visit', ['turns']),
  ...triggers('question', onQuestion),
  ...triggers('lead', [...onLead, ...onLeadTimes]),
  ...countWhatIsThere,
]
