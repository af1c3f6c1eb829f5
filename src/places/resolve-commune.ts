import type { Mention, Mentions } from './find-mentions.ts'
import type { Commune, FormerCommune, FormerDistrict, PlaceName, Province } from './place.ts'
import type { CommuneNamed } from './places.ts'

export interface ResolvedCommune {
  readonly commune: string | null
  readonly code: string | null
  readonly sure: boolean
  readonly candidates: readonly PlaceName[]
  /** The communes a former district became, or more than three of one name: to tell apart, too many for buttons. */
  readonly within: readonly PlaceName[]
  /** The unit of before July 2025 by whose name the commune was found. */
  readonly former: FormerCommune | undefined
}

const eitherOr = new Set(['hay', 'hoac'])

/** A mention as it reads inside one province. */
interface Inside {
  readonly mention: Mention
  readonly names: readonly CommuneNamed[]
  readonly districts: readonly FormerDistrict[]
}

/** The commune of today inside a known province; `spelt`: the text names that province in full. */
export function resolveCommune(
  province: Province,
  { words, found, unknownCommune }: Mentions,
  spelt: boolean,
): ResolvedCommune {
  const inside = found.map((mention) => insideOf(mention, province, found.at(-1) === mention))
  const first = primaryOf(inside)
  const others = inside.filter((one) => one !== first)
  const within = heirsOf(others)
  const [whole, part] = within
  if (!first && whole && !part) return settled(whole, { sure: !unknownCommune }) // "huyện Côn Đảo"
  if (!first) return onlyProvince(province, { within, sure: !unknownCommune })
  if (isBoth(first) && !others.some((one) => contains(one, first))) {
    return districtOrCommune(first, province, spelt)
  }
  const second = others.find((one) => isCommuneOnly(one) && !one.mention.near)
  const names = toldApart(first.names, others)
  const chosen = second ? together(names, second.names) : names
  const sure = !unknownCommune && !first.mention.near && !words.some(({ key }) => eitherOr.has(key))
  return decide(chosen, province, { sure, oldTerms: others.some(({ districts }) => districts.length > 0) })
}

function insideOf(mention: Mention, province: Province, isLast: boolean): Inside {
  const isProvince = mention.means.some(({ level }) => level === 'province')
  // "…, Thanh Hóa" at the end is the province, not its town or a commune of that name
  if (isProvince && isLast && mention.tier === undefined) return { mention, names: [], districts: [] }
  const names = mention.means
    .filter((one) => one.level === 'commune')
    .filter(({ commune }) => commune.province === province.code)
  const districts = mention.means.flatMap((one) =>
    one.level === 'district' && one.district.province === province.code ? [one.district] : [],
  )
  return { mention, names, districts }
}

const isCommuneOnly = ({ names, districts }: Inside) => names.length > 0 && districts.length === 0
const isBoth = ({ names, districts }: Inside) => names.length > 0 && districts.length > 0

/** The mention that is the commune: one that can be nothing else, then one that may be a former district too. */
function primaryOf(inside: readonly Inside[]): Inside | undefined {
  const there = inside.filter(({ names, mention }) => names.length > 0 && !mention.near)
  return there.find(isCommuneOnly) ?? there[0] ?? inside.find(({ names }) => names.length > 0)
}

function contains({ districts }: Inside, { names }: Inside): boolean {
  return names.some((name) => districts.some((district) => isIn(name, district)))
}

function isIn({ commune, former }: CommuneNamed, district: FormerDistrict): boolean {
  return former ? former.district === district : district.heirs.includes(commune)
}

/** Communes are told apart by the former district said beside them. */
function toldApart(names: readonly CommuneNamed[], others: readonly Inside[]): readonly CommuneNamed[] {
  const said = others.flatMap(({ districts }) => districts)
  const inside = names.filter((name) => said.some((district) => isIn(name, district)))
  return inside.length > 0 ? inside : names
}

/** Two communes in one text: what both can be ("xã Nghi Phú nay là phường Vinh Phú"), else one or the other. */
function together(one: readonly CommuneNamed[], other: readonly CommuneNamed[]): readonly CommuneNamed[] {
  const both = one.filter(({ commune }) => other.some((name) => name.commune === commune))
  return both.length > 0 ? both : [...one, ...other]
}

/** "Diễn Châu" is a former district and a commune of today; with its province it is the district people mean. */
function districtOrCommune(
  { names, districts }: Inside,
  province: Province,
  spelt: boolean,
): ResolvedCommune {
  const heirs = distinct(districts.flatMap((one) => one.heirs))
  const [only] = heirs
  if (only === undefined) return decide(names, province, { sure: true, oldTerms: false })
  if (heirs.length === 1 && only) return settled(only, { sure: true })
  if (spelt) return onlyProvince(province, { within: heirs, sure: true })
  const today = names.find(({ former }) => former === undefined)
  const candidates = distinct([...(today ? [today.commune] : []), ...names.map((one) => one.commune)])
  return {
    commune: today?.commune.name ?? null,
    code: today?.commune.code ?? null,
    sure: false,
    candidates: listed(candidates, province),
    within: listed(heirs, province),
    former: undefined,
  }
}

/** One commune, or several to ask about: the one of today's name is the favourite. */
function decide(
  names: readonly CommuneNamed[],
  province: Province,
  { sure, oldTerms }: { readonly sure: boolean; readonly oldTerms: boolean },
): ResolvedCommune {
  const todays = distinct(names.filter(({ former }) => !former).map(({ commune }) => commune))
  const communes = distinct([...todays, ...names.map(({ commune }) => commune)])
  const [only, another] = communes
  if (only === undefined) return onlyProvince(province, { within: [], sure: false })
  if (another !== undefined) return severalOf(communes, todays, province)
  const inOldTerms = oldTerms || todays.length === 0
  const divided = inOldTerms && names.some(({ former }) => former?.divided)
  const former = todays.length === 0 ? names[0]?.former : undefined
  return { ...settled(only, { sure: sure && !divided }), former }
}

function severalOf(
  communes: readonly Commune[],
  todays: readonly Commune[],
  province: Province,
): ResolvedCommune {
  const favourite = todays.length === 1 ? todays[0] : undefined
  return {
    commune: favourite?.name ?? null,
    code: favourite?.code ?? null,
    sure: false,
    candidates: listed(communes, province),
    within: [],
    former: undefined,
  }
}

function settled(commune: Commune, { sure }: { readonly sure: boolean }): ResolvedCommune {
  return { commune: commune.name, code: commune.code, sure, candidates: [], within: [], former: undefined }
}

function onlyProvince(
  province: Province,
  { within, sure }: { readonly within: readonly Commune[]; readonly sure: boolean },
): ResolvedCommune {
  return {
    commune: null,
    code: null,
    sure,
    candidates: [],
    within: listed(within, province),
    former: undefined,
  }
}

const heirsOf = (inside: readonly Inside[]): readonly Commune[] =>
  distinct(inside.flatMap(({ districts }) => districts.flatMap((one) => one.heirs)))
const distinct = (communes: readonly Commune[]): readonly Commune[] => [...new Set(communes)]

function listed(communes: readonly Commune[], province: Province): PlaceName[] {
  return communes.map(({ name, code }) => ({ province: province.name, commune: name, code }))
}
