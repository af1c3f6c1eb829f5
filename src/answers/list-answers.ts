import { fold } from '../conversation/fold.ts'
import { daysAfter } from '../policy/day.ts'
import { holesOf } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import { quoteNext } from '../policy/quoted.ts'
import type { Day } from '../policy/values.ts'
import { isServed } from './overlay.ts'
import { type InSteps, sortedInSteps } from './in-order.ts'
import type { OpenDraft } from './ports.ts'
import type { AnswerText, RevisionState } from './revision.ts'

export const answerStates = ['served', 'off', 'drafting', 'submitted', 'approved'] as const
type AnswerState = (typeof answerStates)[number]

export interface ListFilter {
  readonly find: string
  readonly topic: string
  readonly programme: string
  readonly audience: string
  readonly owner: string
  readonly state: AnswerState | ''
  readonly checkedBefore: string
  /** Only those that quote a number which changes within ninety days. */
  readonly changing: boolean
}

export interface Listed {
  readonly text: AnswerText
  readonly isServed: boolean
  readonly draft: { readonly id: number; readonly state: RevisionState } | undefined
  /** The first day on which a number in it changes, where that is soon. */
  readonly changesOn: Day | undefined
}

export interface ToList {
  readonly texts: readonly AnswerText[]
  readonly open: readonly OpenDraft[]
  readonly today: Day
  readonly book: PolicyBook
  /** Ids of the answers the bot would give to what is looked for, best first. */
  readonly found: (question: string) => readonly string[]
}

const SOON_DAYS = 90
/** So many answers are one step. */
const STEP = 20
const vietnamese = new Intl.Collator('vi')
const folded = new WeakMap<AnswerText, string>()

/**
 * The answers that pass the filter: what the bot would find first, then what holds the words, else by title. In steps:
 * there may be thousands.
 */
export function* listAnswers(
  filter: ListFilter,
  { texts, open, today, book, found }: ToList,
): InSteps<readonly Listed[]> {
  const drafts = new Map(open.map((one) => [one.entry, one]))
  const known = new Set(texts.map(({ id }) => id))
  const fresh = open.flatMap((one) => (known.has(one.entry) || !one.fresh ? [] : [one.fresh]))
  const soon = changesSoon(book, today)
  const wanted = wantedBy(filter, found)
  const passed: Listed[] = []
  for (const [at, text] of (yield* byTitle(texts, fresh)).entries()) {
    const draft = drafts.get(text.id)
    const one: Listed = {
      ...{ text, isServed: known.has(text.id) && isServed(text, today) },
      draft: draft && { id: draft.id, state: draft.state },
      changesOn: soonest(text, soon),
    }
    if (wanted.has(text) && passes(one, filter)) passed.push(one)
    if (at % STEP === 0) yield
  }
  return passed.toSorted((a, b) => wanted.placeOf(a.text) - wanted.placeOf(b.text))
}

/** What is served stays in its order until something else is served; drafts of new answers are put between. */
const orders = new WeakMap<readonly AnswerText[], readonly AnswerText[]>()

function* byTitle(
  texts: readonly AnswerText[],
  fresh: readonly AnswerText[],
): InSteps<readonly AnswerText[]> {
  const compare = (a: AnswerText, b: AnswerText) => vietnamese.compare(a.title, b.title)
  const known = orders.get(texts) ?? (yield* sortedInSteps(texts, compare))
  orders.set(texts, known)
  return fresh.length === 0 ? known : yield* sortedInSteps([...known, ...fresh], compare)
}

function passes(one: Listed, filter: ListFilter): boolean {
  const { text, changesOn } = one
  const { topic, programme, audience, owner, checkedBefore, changing } = filter
  const isAny = (wanted: string, holds: () => boolean) => wanted === '' || holds()
  return [
    isAny(topic, () => text.topics.includes(topic)),
    isAny(programme, () => text.programme === programme),
    isAny(audience, () => (text.audience ?? []).some((name) => name === audience)),
    isAny(owner, () => fold(text.owner ?? '').includes(fold(owner))),
    isAny(checkedBefore, () => text.checked < checkedBefore),
    !changing || changesOn !== undefined,
    isIn(one, filter.state),
  ].every(Boolean)
}

function isIn({ isServed: served, draft }: Listed, state: ListFilter['state']): boolean {
  switch (state) {
    case '':
      return true
    case 'served':
      return served
    case 'off':
      return !served
    case 'drafting':
      return draft?.state === 'draft'
    case 'submitted':
    case 'approved':
      return draft?.state === state
  }
}

/** Everything, or what the bot finds and what holds all the words; what it finds comes first. */
function wantedBy({ find }: ListFilter, found: ToList['found']) {
  const words = fold(find)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { has: () => true, placeOf: () => 0 }
  const best = new Map(found(find).map((id, place) => [id, place]))
  return {
    has: (text: AnswerText) => best.has(text.id) || words.every((word) => foldedOf(text).includes(word)),
    placeOf: ({ id }: AnswerText) => best.get(id) ?? best.size,
  }
}

function foldedOf(text: AnswerText): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const whole = fold([text.id, text.title, ...text.ask].join('\n'))
  folded.set(text, whole)
  return whole
}

const holes = new WeakMap<AnswerText, readonly string[]>()

function soonest(text: AnswerText, soon: (name: string) => Day | undefined): Day | undefined {
  const names = holes.get(text) ?? holesOf(text.body)
  holes.set(text, names)
  return names.flatMap((name) => soon(name) ?? []).toSorted()[0]
}

/** When the number of that name changes, if within ninety days; looked up once for each name. */
function changesSoon(book: PolicyBook, today: Day): (name: string) => Day | undefined {
  const horizon = daysAfter(today, SOON_DAYS)
  const known = new Map<string, Day | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, quoteNext(name, today, book)?.from)
    const day = known.get(name)
    return day !== undefined && day <= horizon ? day : undefined
  }
}
