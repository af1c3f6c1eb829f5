import type { Mention, Mentions } from './find-mentions.ts'
import type { Commune, PlaceName, Province } from './place.ts'
import type { Named, Places } from './places.ts'

type CommuneName = Extract<Named, { level: 'commune' }>

interface ResolvedCommune {
  readonly commune: string | null
  readonly code: string | null
  readonly sure: boolean
  readonly candidates: readonly PlaceName[]
  /** Where only a former district was named: the communes it became. */
  readonly within: readonly PlaceName[]
}

/**
 * The commune of today inside a known province. `provinceSaid`: the text or the page fixes the province; without
 * that a commune name alone is never sure, because many provinces share commune names.
 */
export function resolveCommune(
  province: Province,
  { found, unknownCommune }: Mentions,
  places: Places,
  provinceSaid: boolean,
): ResolvedCommune {
  const named = found.map((mention) => ({ mention, names: communesOf(mention, province) }))
  const first = named.find(({ mention, names }) => names.length > 0 && !namesTheProvince(mention, found))
  const within = heirsOf(found, province, places)
  if (!first)
    return {
      commune: null,
      code: null,
      sure: !unknownCommune,
      candidates: [],
      within: listed(within, province),
    }
  const names = toldApart(
    first.names,
    found.filter((one) => one !== first.mention),
  )
  const communes = distinct(names)
  const heirs = first.mention.tier === 'commune' ? [] : heirsOf([first.mention], province, places)
  const unsure = unsureBetween(names, heirs)
  if (unsure) return { ...unsure, candidates: listed(unsure.candidates, province), within: [] }
  const [commune] = communes
  const sure = provinceSaid && !unknownCommune
  return { commune: commune?.name ?? null, code: commune?.code ?? null, sure, candidates: [], within: [] }
}

/** A name many communes share, or the name of a former district that is also a commune's today ("Diễn Châu"). */
function unsureBetween(names: readonly CommuneName[], heirs: readonly Commune[]) {
  const communes = distinct(names)
  const candidates = distinctOf([...communes, ...heirs])
  if (candidates.length < 2) return undefined
  const today = distinct(names.filter(({ formerDistrict }) => formerDistrict === undefined))
  const favourite = today.length === 1 ? today[0] : undefined
  return { commune: favourite?.name ?? null, code: favourite?.code ?? null, sure: false, candidates }
}

/** The communes meant by a mention, those of today's name first. */
function communesOf({ means }: Mention, province: Province): readonly CommuneName[] {
  const names = means
    .filter((one) => one.level === 'commune')
    .filter(({ commune }) => commune.province === province.code)
  return names.toSorted(
    (a, b) => Number(a.formerDistrict !== undefined) - Number(b.formerDistrict !== undefined),
  )
}

/** The last name, when it is a province's, is the province and not a commune of the same name. */
function namesTheProvince(mention: Mention, found: readonly Mention[]): boolean {
  const isProvince = mention.means.some(({ level }) => level === 'province')
  return isProvince && mention.tier !== 'commune' && found.at(-1) === mention
}

/** Communes are told apart by the former district said beside them. */
function toldApart(names: readonly CommuneName[], others: readonly Mention[]): readonly CommuneName[] {
  const said = others.flatMap(districtsOf)
  const inside = names.filter(({ commune, formerDistrict }) =>
    formerDistrict === undefined
      ? commune.formerly.some(({ district }) => said.includes(district))
      : said.includes(formerDistrict),
  )
  return inside.length > 0 ? inside : names
}

function districtsOf({ means }: Mention): string[] {
  return means.flatMap((one) => (one.level === 'district' ? [one.district.name] : []))
}

/** The communes of today that the former districts named have become. */
function heirsOf(found: readonly Mention[], province: Province, places: Places): readonly Commune[] {
  const districts = found.flatMap(districtsOf)
  return places.communes.filter(
    (one) =>
      one.province === province.code && one.formerly.some(({ district }) => districts.includes(district)),
  )
}

const distinct = (names: readonly CommuneName[]): readonly Commune[] =>
  distinctOf(names.map(({ commune }) => commune))
const distinctOf = (communes: readonly Commune[]): readonly Commune[] => [...new Set(communes)]

function listed(communes: readonly Commune[], province: Province): PlaceName[] {
  return communes.map(({ name, code }) => ({ province: province.name, commune: name, code }))
}
