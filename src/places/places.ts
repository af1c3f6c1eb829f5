import type { Commune, FormerDistrict, Province } from './place.ts'
import { placeKey, placeMarks, placeWords } from './place-words.ts'

/** A province by its name, by a listed abbreviation, or by its first letters (the weakest). */
type Spelt = 'name' | 'abbreviation' | 'initials'

/** What one name may mean. `marked` is the name with its tone marks, for breaking ties. */
export type Named =
  | { readonly level: 'province'; readonly marked: string; readonly province: string; readonly spelt: Spelt }
  | {
      readonly level: 'district'
      readonly marked: string
      readonly kind: string
      readonly district: FormerDistrict
    }
  | {
      readonly level: 'commune'
      readonly marked: string
      readonly kind: string
      readonly commune: Commune
      readonly formerDistrict?: string // set when the name is a former one
    }

export interface PlaceData {
  readonly provinces: readonly Province[]
  readonly districts: readonly FormerDistrict[]
  readonly communes: readonly Commune[]
}

/** All places with an index from every spelling to what it may mean; built once. */
export interface Places extends PlaceData {
  readonly named: ReadonlyMap<string, readonly Named[]>
  readonly provinceByCode: ReadonlyMap<string, Province>
}

const kinds = /^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Phường|Xã|Đặc khu|TP\.) /i

export function buildPlaces(data: PlaceData): Places {
  const named = new Map<string, Named[]>()
  const add = (name: string, meaning: (marked: string) => Named) => {
    const words = placeWords(name)
    const key = placeKey(words)
    named.set(key, [...(named.get(key) ?? []), meaning(placeMarks(words))])
  }
  for (const province of data.provinces) nameProvince(province, add)
  for (const district of data.districts) {
    const { core, kind } = partsOf(district.name)
    for (const spelling of [core, ...district.also])
      add(spelling, (marked) => ({ level: 'district', marked, kind, district }))
  }
  for (const commune of data.communes) nameCommune(commune, add)
  return { ...data, named, provinceByCode: new Map(data.provinces.map((one) => [one.code, one])) }
}

type Add = (name: string, meaning: (marked: string) => Named) => void

function nameProvince({ code, name, also, formerly }: Province, add: Add): void {
  const full = [{ name, also }, ...formerly]
  const means = (spelt: Spelt) => (marked: string) =>
    ({ level: 'province', marked, province: code, spelt }) as const
  for (const one of full) {
    const spellings = new Set([
      partsOf(one.name).core,
      oneWord(one.name),
      ...one.also.filter((alias) => !isShort(alias)),
    ])
    for (const spelling of spellings) add(spelling, means('name'))
    for (const short of one.also.filter(isShort)) add(short, means('abbreviation'))
    add(initials(one.name), means('initials'))
  }
}

function nameCommune(commune: Commune, add: Add): void {
  const now = partsOf(commune.name)
  add(now.core, (marked) => ({ level: 'commune', marked, kind: now.kind, commune }))
  for (const { name, district } of commune.formerly) {
    const { core, kind } = partsOf(name)
    add(core, (marked) => ({ level: 'commune', marked, kind, commune, formerDistrict: district }))
  }
}

/** "Huyện Nam Đàn" → core "Nam Đàn", kind "huyện"; numbered ones keep their kind: "Quận 1", "Phường 12". */
function partsOf(name: string): { core: string; kind: string } {
  const kind = kinds.exec(name)?.[1] ?? ''
  const core = name.slice(kind.length).trim()
  return { core: /^\d+$/.test(core) ? name : core, kind: kind.toLowerCase() }
}

const oneWord = (name: string): string => partsOf(name).core.replace(/[\s-]+/g, '')
const isShort = (alias: string): boolean => placeWords(alias).length === 1 && alias.length <= 3
const initials = (name: string): string =>
  (partsOf(name).core.match(/[\p{L}]+/gu) ?? []).map((word) => word[0]).join('')
