import type { Day } from '../policy/values.ts'
import { daysBetween, type Period } from './period.ts'

/** What is to be reached: new participants of a programme, by an agent or in a commune, within a period. */
export interface Target {
  readonly of: 'agent' | 'commune' | 'province'
  readonly id: string // agent's id, commune's or province's code
  readonly programme: string
  readonly period: Period
  readonly plan: number // participants
}

/** People who joined, as agents reported (đã tham gia); never inferred from chats. */
export interface Reported {
  readonly agent: string
  readonly commune: string
  readonly programme: string
  readonly day: Day
  readonly count: number
}

/** "556 mới, cộng dồn 17.956, đạt 74,4 % của kế hoạch 24.134": each percentage with what it is a percentage of. */
export interface Progress {
  readonly target: Target
  readonly fresh: number // new in the span that is reported on
  readonly cumulative: number // since the period of the target began
  readonly percent: number | undefined // of the plan, one decimal; undefined for a plan of 0
  readonly left: number
  readonly pace: Pace
}

/** Against an even pace over the days of the period. */
interface Pace {
  readonly expected: number // by today
  readonly verdict: 'ahead' | 'on-pace' | 'behind'
  readonly aWeekFromNow: number // needed in each week that is left, rounded up; all that is left in the last one
}

const DAYS_A_WEEK = 7

/** How far a target is on a day; `span` is the stretch whose new participants are shown, as this week. */
export function progressOf(
  target: Target,
  reported: readonly Reported[],
  { on, span }: { readonly on: Day; readonly span: Period },
): Progress {
  const mine = reported.filter((one) => counts(one, target, on))
  const cumulative = sum(mine)
  const fresh = sum(mine.filter(({ day }) => day >= span.from && day <= span.until))
  const left = Math.max(0, target.plan - cumulative)
  const percent = target.plan > 0 ? Math.round((cumulative / target.plan) * 1000) / 10 : undefined
  return { target, fresh, cumulative, percent, left, pace: paceOf(target, cumulative, on) }
}

function counts({ agent, commune, programme, day }: Reported, target: Target, on: Day): boolean {
  const { period } = target
  if (programme !== target.programme || day < period.from || day > period.until || day > on) return false
  if (target.of === 'agent') return agent === target.id
  return target.of === 'province' || commune === target.id
}

function paceOf({ plan, period }: Target, cumulative: number, on: Day): Pace {
  const all = daysBetween(period.from, period.until)
  const gone = Math.min(all, daysBetween(period.from, on))
  const expected = Math.round((plan * gone) / all)
  const verdict = cumulative > expected ? 'ahead' : cumulative === expected ? 'on-pace' : 'behind'
  const weeks = Math.max(1, (all - gone) / DAYS_A_WEEK)
  return { expected, verdict, aWeekFromNow: Math.ceil(Math.max(0, plan - cumulative) / weeks) }
}

const sum = (reported: readonly Reported[]) => reported.reduce((total, { count }) => total + count, 0)

/** Do the plans of the parts add up to the plan of the whole, programme by programme and period by period? */
export interface SumCheck {
  readonly programme: string
  readonly period: string
  readonly whole: number
  readonly parts: number
  readonly missing: number // whole − parts: more than 0, a part of the plan is nobody's
}

/** Compares a whole (a province, a commune) with its parts; only what does not add up is answered. */
export function sumCheck(wholes: readonly Target[], parts: readonly Target[]): readonly SumCheck[] {
  return wholes.flatMap(({ programme, period, plan }) => {
    const added = parts
      .filter((part) => part.programme === programme && part.period.key === period.key)
      .reduce((total, part) => total + part.plan, 0)
    if (added === plan) return []
    return [{ programme, period: period.key, whole: plan, parts: added, missing: plan - added }]
  })
}
