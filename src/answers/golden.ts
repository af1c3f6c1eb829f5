import type { Answer } from '../faq/answer.ts'
import type { Finding } from './gate.ts'
import type { AnswerText } from './revision.ts'

type Ask = (text: string) => Answer

/** One way of asking with what it finds before and after the draft. */
interface Golden {
  readonly ask: string
  readonly owner: AnswerText
  readonly isNew: boolean // this way of asking comes with the draft
  readonly before: Answer
  readonly after: Answer
}

/** So many questions of other answers may be lost before the draft is held up. */
const MOST_LOST = 5
const SHOWN = 6
/** So like one of another answer's ways of asking that it is the same question. */
const NEARLY_SAME = 0.8

/** Every way of asking of every answer, before and after: whom the draft takes questions from, and which it does not get. */
export function askAll(
  [before, after]: readonly [readonly AnswerText[], readonly AnswerText[]],
  [askBefore, askAfter]: readonly [Ask, Ask],
): readonly Golden[] {
  const known = new Map(before.map((text) => [text.id, new Set(text.ask)]))
  return after.flatMap((owner) =>
    owner.ask.map((ask) => {
      const isNew = known.get(owner.id)?.has(ask) !== true
      return { ask, owner, isNew, before: askBefore(ask), after: askAfter(ask) }
    }),
  )
}

export function finds({ kind, entries, shown }: Answer, id: string): boolean {
  return (
    (kind === 'answer' || kind === 'choices') && entries.slice(0, shown).some(({ entry }) => entry.id === id)
  )
}

/** What the golden questions say against a draft. */
export function goldenFindings(golden: readonly Golden[], draft: AnswerText): readonly Finding[] {
  const others = golden.filter(({ owner, before }) => owner.id !== draft.id && finds(before, owner.id))
  const lost = others.filter(({ owner, after }) => !finds(after, owner.id))
  const taken = lost.filter(({ after }) => winner(after)?.id === draft.id)
  const own = golden.filter(({ owner }) => owner.id === draft.id)
  return [
    ...taken.slice(0, SHOWN).map(({ ask, owner }) => block(takenFrom(ask, owner))),
    ...own.flatMap((one) => ofOwn(one, draft)).slice(0, SHOWN),
    ...lostOf(lost.length - taken.length),
  ]
}

function takenFrom(ask: string, { title }: AnswerText): string {
  return `Câu hỏi “${ask}” là của câu “${title}”, nhưng với bản này máy sẽ lấy câu đang sửa để trả lời. Anh/chị bớt chỗ trùng: sửa cách hỏi hoặc lời cho khác câu ấy.`
}

/** A way of asking that stays with another answer, or is nearly one of its own, is a clash; mending a mistake is not. */
function ofOwn({ ask, isNew, before, after }: Golden, draft: AnswerText): readonly Finding[] {
  const now = winner(before)
  if (isNew && now && now.id !== draft.id)
    return [isNearlyOwn(before) ? block(clash(ask, now)) : { level: 'warn', say: moves(ask, now) }]
  if (finds(after, draft.id)) return []
  const then = winner(after)
  if (then) return [isNew ? block(clash(ask, then)) : { level: 'warn', say: clash(ask, then) }]
  return [{ level: 'warn', say: `Hỏi “${ask}” máy chưa hiểu là hỏi câu này. Anh/chị viết rõ thêm, hoặc bỏ.` }]
}

function isNearlyOwn({ because }: Answer): boolean {
  return (because.ranked[0]?.signals.phrase ?? 0) >= NEARLY_SAME
}

function winner({ kind, entries }: Answer): AnswerText | undefined {
  return kind === 'answer' ? entries[0]?.entry : undefined
}

function clash(ask: string, { title }: AnswerText): string {
  return `Hai câu giành một câu hỏi: “${ask}” đang là của câu “${title}”. Anh/chị bỏ cách hỏi này, hoặc sửa câu kia.`
}

function moves(ask: string, { title }: AnswerText): string {
  return `Hỏi “${ask}”: hiện máy trả lời bằng câu “${title}”, sau bản này sẽ trả lời bằng câu đang sửa.`
}

function lostOf(count: number): readonly Finding[] {
  if (count <= 0) return []
  const say = `${count} cách hỏi của các câu khác không còn tìm ra câu của mình.`
  return count > MOST_LOST
    ? [block(`${say} Bản này làm máy nhầm nhiều: anh/chị xem lại các cách hỏi mới.`)]
    : [{ level: 'warn', say }]
}

export const block = (say: string): Finding => ({ level: 'block', say })
