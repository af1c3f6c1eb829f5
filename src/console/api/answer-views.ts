import type { AnswerDesk } from '../../answers/desk.ts'
import { isSameText } from '../../answers/file-text.ts'
import type { AnswerText, Revision } from '../../answers/revision.ts'

/** Plain copies: answers are cut to their schema, which knows no readonly lists. */
export function shown(revision: Revision) {
  const { authors, text, base, ...rest } = revision
  return { ...rest, authors: [...authors], text: cloned(text), base: cloned(base) }
}

export function cloned<T>(value: T): Loose<T> {
  return structuredClone(value) as Loose<T>
}
type Loose<T> = T extends readonly (infer I)[]
  ? Loose<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Loose<T[K]> }
    : T

/** The same for a message. */
export function plain({
  text,
  buttons,
}: {
  text: string
  buttons: readonly { label: string; payload: string }[]
}) {
  return { text, buttons: buttons.map((button) => ({ ...button })) }
}

/** Fields left out stay left out: a text is compared field by field. */
export function asText(given: object): AnswerText {
  const filled = Object.entries(given).filter(([, value]) => value !== undefined && value !== '')
  const { audience, ...text } = Object.fromEntries(filled) as unknown as AnswerText // the contract's draftText has its fields
  const isFor = audience && audience.length > 0 ? { audience } : {}
  return { ...text, ...isFor, title: text.title ?? '', body: (text.body ?? '').normalize('NFC').trim() }
}

/** What is served of an answer now; undefined where nothing is. */
export function currentOf(desk: Pick<AnswerDesk, 'answers'>, id: string): AnswerText | undefined {
  return desk.answers().texts.find((text) => text.id === id)
}

export function isMoved(desk: AnswerDesk, { entry, base, state }: Revision): boolean {
  return state !== 'published' && state !== 'dropped' && !isSameText(currentOf(desk, entry), base)
}
