const LONGEST = 8

/** How dear a piece is: rare words cost more. Undefined: not a word we know. */
export type CostOf = (piece: string) => number | undefined

/** "dongbhxhtunguyen" → dong, bhxh, tu, nguyen: the cheapest way to cut a token into known words, if there is one. */
export function splitJoined(token: string, costOf: CostOf): readonly string[] | undefined {
  if (token.length < 4 || token.length > 40) return undefined
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= token.length; end++) best[end] = cheapest(token, end, best, costOf)
  const pieces = best[token.length] ? backwards(token, best) : []
  return pieces.length > 1 ? pieces : undefined
}

type Cut = { cost: number; from: number } | undefined

function cheapest(token: string, end: number, best: readonly Cut[], costOf: CostOf): Cut {
  let found: Cut
  for (let from = Math.max(0, end - LONGEST); from < end; from++) {
    const before = best[from]?.cost
    const piece = before === undefined ? undefined : costOf(token.slice(from, end))
    const cost = (before ?? 0) + (piece ?? Infinity)
    if (cost < (found?.cost ?? Infinity)) found = { cost, from }
  }
  return found
}

function backwards(token: string, best: readonly Cut[]): string[] {
  const pieces: string[] = []
  let end = token.length
  while (end > 0) {
    const from = best[end]?.from ?? 0
    pieces.unshift(token.slice(from, end))
    end = from
  }
  return pieces
}
