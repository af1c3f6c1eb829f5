import type { Lexicon } from './lexicon.ts'
import type { MessageClass } from './out-of-scope.ts'
import { readQuery } from './read-query.ts'
import { marksAgree, type Word } from './word.ts'

/** "…" in a sign stands for at most this many words. */
const GAP = 3

type Sign = readonly (readonly Word[])[] // parts, in order, with a gap between them

/** Finds the class one of whose signs stands in the message, unless something said takes it back. Safety comes first. */
export type SignReader = (words: readonly Word[]) => MessageClass | undefined

/** Made a class a step. */
export function* signReader(
  classes: readonly MessageClass[],
  lexicon: Lexicon,
): Generator<undefined, SignReader> {
  const order = ['safety', 'decline', 'handoff', 'smalltalk']
  const known: { one: MessageClass; signs: readonly Sign[]; unless: readonly Sign[] }[] = []
  for (const one of classes.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
    if (one.signs.length === 0) continue
    known.push({ one, signs: readSigns(one.signs, lexicon), unless: readSigns(one.unless, lexicon) })
    yield
  }
  return (words) => {
    const plain = new Set(words.map((word) => word.plain))
    const said = (signs: readonly Sign[]) =>
      signs.some((sign) => begins(sign, plain) && words.some((_, at) => standsAt(sign, words, at)))
    return known.find(({ signs, unless }) => said(signs) && !said(unless))?.one
  }
}

function readSigns(signs: readonly string[], lexicon: Lexicon): readonly Sign[] {
  return signs.map((sign) =>
    sign.split('…').map((part) => readQuery(part, lexicon).clauses.flatMap(({ words }) => words)),
  )
}

/** Is the first word of the sign said at all? Most signs are done with here. */
function begins([part]: Sign, plain: ReadonlySet<string>): boolean {
  return part?.[0] !== undefined && plain.has(part[0].plain)
}

function standsAt(sign: Sign, words: readonly Word[], start: number): boolean {
  const [part, ...rest] = sign
  if (!part) return true
  if (!part.every((word, i) => same(word, words[start + i]))) return false
  const end = start + part.length
  if (rest.length === 0) return true
  return Array.from({ length: GAP + 1 }, (_, skipped) => end + skipped).some((at) =>
    standsAt(rest, words, at),
  )
}

function same(sign: Word, word: Word | undefined): boolean {
  return word !== undefined && word.plain === sign.plain && marksAgree(sign, word)
}
