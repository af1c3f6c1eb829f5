import Fuse from 'fuse.js'

/** The known word a misspelled token most likely is, or undefined. */
export type Correct = (token: string) => string | undefined

const SHORTEST = 4
const REMEMBERED = 2000

/**
 * Correction by fuse.js over a short list: known words of about the same length that share a first or a last letter.
 * Answers are remembered, because people make the same slips.
 */
export function correctToken(vocabulary: readonly string[]): Correct {
  const byLetter = groupByEnds(
    vocabulary.filter((word) => word.length >= SHORTEST - 1 && /^[a-z]+$/.test(word)),
  )
  const remembered = new Map<string, string | undefined>()
  return (token) => {
    if (token.length < SHORTEST || !/^[a-z]+$/.test(token)) return undefined
    if (!remembered.has(token)) {
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(token, closest(token, byLetter))
    }
    return remembered.get(token)
  }
}

function closest(token: string, byLetter: ReadonlyMap<string, readonly string[]>): string | undefined {
  const list = [`${token[0]}-`, `-${token.at(-1)}`].flatMap((key) => byLetter.get(key) ?? [])
  const candidates = [...new Set(list)].filter(
    (word) => Math.abs(word.length - token.length) <= 1 && sharedLetters(word, token) >= token.length - 1,
  )
  if (candidates.length === 0) return undefined
  const fuse = new Fuse(candidates, { includeScore: true, threshold: 0.5, distance: 20 })
  return fuse.search(token, { limit: 1 })[0]?.item ?? (candidates.length === 1 ? candidates[0] : undefined)
}

function groupByEnds(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words)
    for (const key of [`${word[0]}-`, `-${word.at(-1)}`]) groups.set(key, [...(groups.get(key) ?? []), word])
  return groups
}

function sharedLetters(one: string, other: string): number {
  const left = [...other]
  return [...one].filter((letter) => {
    const at = left.indexOf(letter)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}
