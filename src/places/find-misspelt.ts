import type { Mention, Mentions } from './find-mentions.ts'
import { tierAtEnd } from './place-tiers.ts'
import { placeKey, type PlaceWord } from './place-words.ts'
import type { Named, Places } from './places.ts'
import { soundOf, soundsAlike } from './sounds.ts'

interface Misspelt {
  readonly mentions: Mentions
  readonly sure: boolean // it sounds the same: only the spelling differs
}

interface Guess {
  readonly from: number
  readonly to: number
  readonly key: string
  readonly same: boolean
}

const LONGEST = 4
const SHORTEST_KEY = 6 // letters: shorter names differ by one letter too easily
const NATION = ''
const soundsIn = new WeakMap<Places, Map<string, Sounds>>()

/** The names of one province by sound. */
type Sounds = ReadonlyMap<string, string>

/**
 * A name written as it sounds ("ngi phu"), or with one letter wrong, among the names of one province. Looked for only
 * where nothing else was found; what merely resembles a name is never sure.
 */
export function findMisspelt(
  { words, found, landmarks }: Mentions,
  places: Places,
  province: string | undefined,
): Misspelt | undefined {
  const guess = bestGuess(words, [...found, ...landmarks], soundsOf(province, places))
  if (!guess) return undefined
  const said = tierAtEnd(words.slice(0, guess.from))
  const means = (places.named.get(guess.key) ?? []).filter((one) => belongs(one, province))
  const mention: Mention = { from: guess.from, to: guess.to, tier: said?.tier, near: false, means }
  const all = [...found, mention].toSorted((a, b) => a.from - b.from)
  return { mentions: { words, found: all, landmarks, unknownCommune: false }, sure: guess.same }
}

function belongs(one: Named, province: string | undefined): boolean {
  if (province === undefined) return one.level === 'province' && one.spelt === 'name'
  if (one.level === 'province') return false
  return (one.level === 'district' ? one.district.province : one.commune.province) === province
}

function bestGuess(
  words: readonly PlaceWord[],
  taken: readonly Pick<Mention, 'from' | 'to'>[],
  sounds: Sounds,
): Guess | undefined {
  let near: Guess | undefined
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + LONGEST); to > from; to -= 1) {
      if (taken.some((one) => one.from < to && from < one.to)) continue
      const typed = placeKey(words.slice(from, to))
      if (typed.length < SHORTEST_KEY) continue
      const sound = soundOf(typed)
      const key = sounds.get(sound)
      if (key !== undefined) return { from, to, key, same: true }
      near ??= nearGuess(sound, sounds, { from, to })
    }
  }
  return near
}

function nearGuess(sound: string, sounds: Sounds, at: Pick<Guess, 'from' | 'to'>): Guess | undefined {
  for (const [like, key] of sounds) if (soundsAlike(like, sound)) return { ...at, key, same: false }
  return undefined
}

/** The names of a province's communes and districts, or of the provinces, long enough to be known when misspelt. */
function soundsOf(province: string | undefined, places: Places): Sounds {
  const known = soundsIn.get(places) ?? new Map<string, Sounds>()
  soundsIn.set(places, known)
  const listed = known.get(province ?? NATION) ?? heardIn(province, places)
  known.set(province ?? NATION, listed)
  return listed
}

function heardIn(province: string | undefined, places: Places): Sounds {
  return new Map(
    [...places.named]
      .filter(([key]) => key.length >= SHORTEST_KEY && key.includes(' '))
      .filter(([, means]) => means.some((one) => belongs(one, province)))
      .map(([key]) => [soundOf(key), key]),
  )
}
