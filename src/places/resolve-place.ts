import { findMentions, type Mention, type Mentions } from './find-mentions.ts'
import { findMisspelt } from './find-misspelt.ts'
import { isAboutPlace } from './is-about-place.ts'
import type { PlaceName, Province } from './place.ts'
import type { Places } from './places.ts'
import { provinceOf, provincesOf } from './provinces-of.ts'
import { resolveCommune, type ResolvedCommune } from './resolve-commune.ts'

/**
 * The place of today that a text names. Not `sure`: ask, with at most three `candidates` (best first) when there are
 * any. `commune` null and `sure`: only the province (or a former district) was named.
 */
interface Resolved extends ResolvedCommune {
  readonly province: string
}
export type ResolvedPlace = Resolved | (Omit<Resolved, 'province'> & { readonly province: null })

const MOST_CANDIDATES = 3

/**
 * Finds province and commune of today from names of today or before 2025-07-01, with or without marks.
 * `home` is the code of the page's province: it is tried first when the text names no province.
 */
export function resolvePlace(text: string, places: Places, home?: string): ResolvedPlace {
  const mentions = findMentions(text, places)
  if (!isAboutPlace(mentions)) return unknownProvince([], places)
  const read = readIn(mentions, places, home)
  if (read.commune !== null || (read.sure && read.within.length > 0) || read.candidates.length > 0)
    return read
  const mended = findMisspelt(mentions, places, read.province === null ? home : codeOf(read.province, places))
  return mended ? { ...readIn(mended.mentions, places, home), ...(mended.sure ? {} : { sure: false }) } : read
}

function readIn(mentions: Mentions, places: Places, home: string | undefined): ResolvedPlace {
  const { codes, spelt } = provincesOf(mentions.found, home)
  const [code, another] = codes
  const province = another === undefined ? places.provinceByCode.get(code ?? '') : undefined
  if (!province) return unknownProvince(codes, places)
  const read = resolveCommune(province, mentions, spelt)
  const sure = read.sure && agree(mentions.found, province)
  // the favourite alone is no choice; more than three are told, not chosen from
  const others = read.candidates.length === 1 && read.candidates[0]?.code === read.code ? [] : read.candidates
  const candidates = atMost(others)
  const within = candidates.length < others.length ? others : read.within
  return { province: province.name, ...read, candidates, within, sure }
}

/** The province of today that a text names for sure, by any of its names. */
export function provinceNamed(text: string, places: Places): Province | undefined {
  const coded = places.provinces.find(({ code }) => code === text.trim())
  if (coded) return coded
  const { province, sure } = resolvePlace(text, places)
  return sure ? places.provinces.find(({ name }) => name === province) : undefined
}

const codeOf = (name: string, places: Places) => places.provinces.find((one) => one.name === name)?.code

function unknownProvince(codes: readonly string[], places: Places): ResolvedPlace {
  const candidates = codes.flatMap((one): PlaceName[] => {
    const name = places.provinceByCode.get(one)?.name
    return name === undefined ? [] : [{ province: name, commune: null, code: null }]
  })
  const nothing = { province: null, commune: null, code: null, sure: false, within: [], former: undefined }
  return { ...nothing, candidates: atMost(candidates) }
}

/** More than three are too many to choose from: then ask for the name of the place above. */
function atMost(candidates: readonly PlaceName[]): readonly PlaceName[] {
  return candidates.length > MOST_CANDIDATES ? [] : candidates
}

/** No former district or other province was named that lies elsewhere ("Nam Đàn, Hà Nội"). */
function agree(found: readonly Mention[], province: Province): boolean {
  return found.every(
    ({ means }) =>
      means.every(({ level }) => level === 'commune') ||
      means.some((one) => provinceOf(one) === province.code),
  )
}
