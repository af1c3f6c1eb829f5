import { fold } from '../conversation/fold.ts'
import { holesOf } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import { quoteNext } from '../policy/quoted.ts'
import type { Day } from '../policy/values.ts'
import { isServed } from './overlay.ts'
import type { AnswerText, Revision, RevisionState } from './revision.ts'

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
  readonly open: readonly Revision[]
  readonly today: Day
  readonly book: PolicyBook
  /** Ids of the answers the bot would give to what is looked for, best first. */
  readonly found: (question: string) => readonly string[]
}

const SOON_DAYS = 90
const DAY_MS = 24 * 3_600_000
const vietnamese = new Intl.Collator('vi')
const folded = new WeakMap<AnswerText, string>()

/** The answers that pass the filter: what the bot would find first, then what holds the words, else by title. */
export function listAnswers(
  filter: ListFilter,
  { texts, open, today, book, found }: ToList,
): readonly Listed[] {
  const drafts = new Map(open.map((one) => [one.entry, one]))
  const fresh = open.filter(({ entry }) => !texts.some(({ id }) => id === entry)).map(({ text }) => text)
  const soon = changesSoon(book, today)
  const listed = [...texts, ...fresh].map((text): Listed => {
    const draft = drafts.get(text.id)
    return {
      ...{ text, isServed: texts.includes(text) && isServed(text, today) },
      draft: draft && { id: draft.id, state: draft.state },
      changesOn: holesOf(text.body)
        .flatMap((name) => soon(name) ?? [])
        .toSorted()[0],
    }
  })
  return inOrder(
    listed.filter((one) => passes(one, filter)),
    filter.find,
    found,
  )
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

function inOrder(listed: readonly Listed[], find: string, found: ToList['found']): readonly Listed[] {
  const words = fold(find)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return listed.toSorted((a, b) => vietnamese.compare(a.text.title, b.text.title))
  const best = found(find)
  const placeOf = (id: string) => (best.includes(id) ? best.indexOf(id) : best.length)
  return listed
    .filter(({ text }) => best.includes(text.id) || words.every((word) => foldedOf(text).includes(word)))
    .toSorted(
      (a, b) => placeOf(a.text.id) - placeOf(b.text.id) || vietnamese.compare(a.text.title, b.text.title),
    )
}

function foldedOf(text: AnswerText): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const whole = fold([text.id, text.title, ...text.ask].join('\n'))
  folded.set(text, whole)
  return whole
}

/** When the number of that name changes, if within ninety days; looked up once for each name. */
function changesSoon(book: PolicyBook, today: Day): (name: string) => Day | undefined {
  const horizon = new Date(Date.parse(today) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10)
  const known = new Map<string, Day | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, quoteNext(name, today, book)?.from)
    const day = known.get(name)
    return day !== undefined && day <= horizon ? day : undefined
  }
}
