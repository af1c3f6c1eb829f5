import { digitWords, namesFollow, placesFollow, surelyMiddle, surnames } from './personal-words.ts'
import type { Token } from './token.ts'

/** How many words a name, or the name of a place, may go on for. */
const NAME = 4
const PLACE = 3
const PLACE_UNMARKED = 2
/** So many digits said one after another are a number somebody is known by. */
const DIGITS_IN_WORDS = 4

/** Do our own texts say the second word right after the first? */
type GoTogether = (first: Token, second: Token) => boolean

/** Places of words that stand where a name, an address or a spelt number stands, whatever the words are. */
export function findNames(tokens: readonly Token[], goTogether: GoTogether): ReadonlySet<number> {
  const found = new Set<number>()
  tokens.forEach((_, at) => {
    const length = Math.max(0, ...finders.map((find) => find(tokens, at, goTogether)))
    for (let next = at; next < at + length; next++) found.add(next)
  })
  return found
}

/** Each answers how many words from here on it takes; 0 for none. */
const finders: readonly ((tokens: readonly Token[], at: number, goTogether: GoTogether) => number)[] = [
  speltNumber,
  introduced,
  surnameFirst,
  placeNamed,
]

function speltNumber(tokens: readonly Token[], at: number): number {
  const length = runOf(tokens, at, tokens.length, ({ bare }) => digitWords.has(bare))
  return length >= DIGITS_IN_WORDS ? length : 0
}

/** "tên Lan", "tên là nguyen thi lan". */
function introduced(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1]
  return before && namesFollow.has(before.bare) && !before.endsHere ? runOf(tokens, at, NAME, () => true) : 0
}

/** "nguyen thi lan", "Lê Thu Hà". */
function surnameFirst(tokens: readonly Token[], at: number): number {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || !surnames.has(token.bare)) return 0
  if (surelyMiddle.has(next.bare)) return NAME
  return next.isCapital ? 1 + capitals(tokens, at + 1, NAME - 1) : 0
}

/** "ở xã Diễn Châu", "o xa dien chau"; but "ở công ty", "xã phường" are words of everybody. */
function placeNamed(tokens: readonly Token[], at: number, goTogether: GoTogether): number {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || before.endsHere || !placesFollow.has(before.bare)) return 0
  const named = capitals(tokens, at, PLACE)
  if (named > 0 || goTogether(before, token) || placesFollow.has(token.bare)) return named
  return runOf(tokens, at, PLACE_UNMARKED, ({ isNumber }) => !isNumber)
}

function capitals(tokens: readonly Token[], at: number, most: number): number {
  return runOf(tokens, at, most, ({ isCapital }) => isCapital)
}

function runOf(
  tokens: readonly Token[],
  from: number,
  most: number,
  belongs: (token: Token) => boolean,
): number {
  const rest = tokens.slice(from, from + most)
  const stranger = rest.findIndex((token) => !belongs(token))
  const end = rest.findIndex(({ endsHere }) => endsHere)
  return Math.min(stranger === -1 ? rest.length : stranger, end === -1 ? rest.length : end + 1)
}
