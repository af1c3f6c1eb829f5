import { fold } from './fold.ts'
import { plainNo } from './spellings-of-no.ts'

const softeners = new Set(
  (
    'da vang thua em e chau con toi t minh mk m bac chi anh co chu ad shop oi a ah aj nha nhe nhoa nhaa nghen nghe hen ne ' +
    'nhi ha hen di ik luon thoi r roi do y chon so cai muon lay la thi nua voi xin cho'
  ).split(' '),
)
const notWords = 'khong|chua|chang|cha|dau' // the heard words are plain already
/** "Không phải hộ nghèo", "không còn là hộ nghèo", "mới thoát khỏi hộ nghèo": what is denied before it is named. */
const deniedBefore = new RegExp(
  `(?:^| )(?:(?:${notWords})(?: con)?(?: \\w+)?|(?:thoat|ra)(?: khoi)?(?: \\w+)?)$`,
)
/** "Hộ nghèo mới thoát": what is over after it is named. */
const deniedAfter = /^(?:\w+ )?thoat(?: |$)/

/** Words that mean too much inside a longer sentence: they only count when they are all that was said. */
const onlyAlone = new Set(['khong', 'chua', 'co', 'duoc', 'roi', 'thoi', 'khac'])

/**
 * Matches a tapped or typed answer against the words each choice accepts, however it is spelt and wrapped in courtesy.
 * The longest phrase wins; a denied phrase or two different choices in one message is no answer at all.
 */
export function readChoice<T extends string>(words: Readonly<Record<T, readonly string[]>>) {
  // Object.entries forgets the key type; the keys of the record are exactly T.
  const entries = (Object.entries(words) as [T, readonly string[]][]).flatMap(([choice, accepted]) =>
    accepted.map((phrase) => ({ choice, phrase: wordsOf(phrase) })),
  )
  return (said: string): T | undefined => {
    const heard = wordsOf(said)
    const whole = entries.filter(({ phrase }) => sameWords(phrase, heard))
    const bare =
      whole.length > 0 ? whole : entries.filter(({ phrase }) => sameWords(phrase, withoutSofteners(heard)))
    return bare.length > 0 ? theOnly(bare.map(({ choice }) => choice)) : insideOf(heard, entries)
  }
}

interface Entry<T> {
  readonly choice: T
  readonly phrase: readonly string[]
}

function insideOf<T>(heard: readonly string[], entries: readonly Entry<T>[]): T | undefined {
  const found = entries.filter(({ phrase }) => standsInside(phrase)).flatMap((entry) => spansOf(heard, entry))
  const widest = found.filter(
    (one) =>
      !found.some((other) => other.from <= one.from && other.to >= one.to && width(other) > width(one)),
  )
  if (widest.some((one) => isDenied(heard, one))) return undefined
  return theOnly(widest.map(({ choice }) => choice))
}

function isDenied(heard: readonly string[], { from, to }: { from: number; to: number }): boolean {
  return deniedBefore.test(heard.slice(0, from).join(' ')) || deniedAfter.test(heard.slice(to).join(' '))
}

const width = (span: { from: number; to: number }) => span.to - span.from

function standsInside(phrase: readonly string[]): boolean {
  const text = phrase.join(' ')
  return text.length >= 3 && /[a-z]/.test(text) && !onlyAlone.has(text)
}

function spansOf<T>(heard: readonly string[], { choice, phrase }: Entry<T>) {
  return heard.flatMap((_, from) => {
    const to = from + phrase.length
    return sameWords(heard.slice(from, to), phrase) ? [{ choice, from, to }] : []
  })
}

function theOnly<T>(choices: readonly T[]): T | undefined {
  const [choice, another] = new Set(choices)
  return another === undefined ? choice : undefined
}

function wordsOf(said: string): readonly string[] {
  return (fold(said).match(/[a-z0-9#]+/g) ?? []).map(plainNo)
}

function withoutSofteners(heard: readonly string[]): readonly string[] {
  const from = heard.findIndex((word) => !softeners.has(word))
  const to = heard.findLastIndex((word) => !softeners.has(word))
  return from < 0 ? heard : heard.slice(from, to + 1)
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((word, i) => word === other[i])
}
