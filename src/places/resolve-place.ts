import { findMentions, type Mention } from './find-mentions.ts'
import type { PlaceName, Province } from './place.ts'
import { resolveCommune } from './resolve-commune.ts'
import type { Named, Places } from './places.ts'

/** The place of today that a text names. Not `sure`: ask, with `candidates` (best first) when there are any. */
interface Resolved extends PlaceName {
  readonly province: string
  readonly sure: boolean
  readonly candidates: readonly PlaceName[]
  /** Where only a former district was named: the communes it became, to choose from. */
  readonly within: readonly PlaceName[]
}
export type ResolvedPlace = Resolved | (Omit<Resolved, 'province'> & { readonly province: null })

/**
 * Finds province and commune of today from names of today or before 2025-07-01, with or without marks.
 * `home` is the code of the page's province: it is tried first when the text names no province.
 */
export function resolvePlace(text: string, places: Places, home?: string): ResolvedPlace {
  const mentions = findMentions(text, places)
  const codes = provincesOf(mentions.found, home)
  const [code, another] = codes
  const province = another === undefined ? places.provinceByCode.get(code ?? '') : undefined
  if (province) {
    const inside = mentions.found.some(({ means }) => means.some(({ level }) => level !== 'commune'))
    const read = resolveCommune(province, mentions, places, inside || home === code)
    return { province: province.name, ...read, sure: read.sure && agree(mentions.found, province) }
  }
  const candidates = codes.flatMap((one) => {
    const name = places.provinceByCode.get(one)?.name
    return name === undefined ? [] : [{ province: name, commune: null, code: null }]
  })
  return { province: null, commune: null, code: null, sure: false, candidates, within: [] }
}

/** The province of today that a text names for sure, by any of its names. */
export function provinceNamed(text: string, places: Places): Province | undefined {
  const { province, sure } = resolvePlace(text, places)
  return sure ? places.provinces.find(({ name }) => name === province) : undefined
}

/** Provinces the text can be in: the last province named, narrowed by districts and communes; else the page's own. */
function provincesOf(found: readonly Mention[], home: string | undefined): readonly string[] {
  const spans = found.map(({ means }) => means)
  const named = spans.findLast((means) => means.some(({ level }) => level === 'province'))
  const start = named ? codesOf(named, 'province') : undefined
  const rest = spans.filter((means) => means !== named)
  const lower = (['district', 'commune'] as const).flatMap((level) =>
    rest.map((means) => codesOf(means, level)),
  )
  const narrowed = lower.reduce(narrow, start)
  if (start === undefined && home !== undefined && (narrowed?.includes(home) ?? false)) return [home]
  return narrowed ?? []
}

/** No former district or other province was named that lies elsewhere ("Nam Đàn, Hà Nội"). */
function agree(found: readonly Mention[], province: Province): boolean {
  return found.every(
    ({ means }) =>
      means.every(({ level }) => level === 'commune') ||
      means.some((one) => provinceOf(one) === province.code),
  )
}

function narrow(codes: readonly string[] | undefined, by: readonly string[]): readonly string[] | undefined {
  if (by.length === 0) return codes
  if (codes === undefined) return by
  const both = codes.filter((code) => by.includes(code))
  return both.length > 0 ? both : codes
}

function codesOf(means: readonly Named[], level: Named['level']): readonly string[] {
  return [...new Set(means.filter((one) => one.level === level).map(provinceOf))]
}

function provinceOf(one: Named): string {
  if (one.level === 'province') return one.province
  return one.level === 'district' ? one.district.province : one.commune.province
}
