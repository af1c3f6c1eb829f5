import { nameParts } from './name-parts.ts'
import type { Commune, FormerCommune, FormerDistrict, Province } from './place.ts'
import { placeKey, placeMarks, placeWords } from './place-words.ts'

/** A province by its name, by a listed abbreviation, or by its first letters (the weakest). */
type Spelt = 'name' | 'abbreviation' | 'initials'

interface Spelling {
  readonly marked: string // the name with its tone marks, for breaking ties
}
interface ProvinceNamed extends Spelling {
  readonly level: 'province'
  readonly province: string
  readonly spelt: Spelt
  readonly former: boolean // a province of before July 2025: whoever says it speaks in the old terms
}
interface DistrictNamed extends Spelling {
  readonly level: 'district'
  readonly kind: string
  readonly district: FormerDistrict
}
export interface CommuneNamed extends Spelling {
  readonly level: 'commune'
  readonly kind: string
  readonly commune: Commune
  readonly former?: FormerCommune // set when the name is one of before July 2025
}

/** What one name may mean. */
export type Named = ProvinceNamed | DistrictNamed | CommuneNamed

export interface PlaceData {
  readonly version: string // day of the last change the data knows of
  readonly provinces: readonly Province[]
  readonly districts: readonly FormerDistrict[]
  readonly communes: readonly Commune[]
}

/** All places with an index from every spelling to what it may mean; built once. */
export interface Places extends PlaceData {
  readonly named: ReadonlyMap<string, readonly Named[]>
  readonly provinceByCode: ReadonlyMap<string, Province>
  readonly communeByCode: ReadonlyMap<string, Commune>
}

/** The index of names is built once, when the first text is read. */
export function buildPlaces(data: PlaceData): Places {
  let index: NameIndex['named'] | undefined
  return {
    ...data,
    get named() {
      return (index ??= indexOf(data))
    },
    provinceByCode: new Map(data.provinces.map((one) => [one.code, one])),
    communeByCode: new Map(data.communes.map((one) => [one.code, one])),
  }
}

/** The same without what is inside the provinces: their names alone are read in no time. */
export function provincesOnly(places: Places): Places {
  const { version, provinces } = places
  return buildPlaces({ version, provinces, districts: [], communes: [] })
}

function indexOf(data: PlaceData): NameIndex['named'] {
  const index = new NameIndex()
  for (const province of data.provinces) nameProvince(province, index)
  for (const district of data.districts) {
    const { core, kind } = nameParts(district.name)
    for (const spelling of [core, ...district.also])
      index.add(spelling, (marked) => ({ level: 'district', marked, kind, district }))
  }
  for (const commune of data.communes) nameCommune(commune, index)
  return index.named
}

/** Every spelling with its meanings, and the same without spaces: "nam dan" and "namdan". */
class NameIndex {
  readonly named = new Map<string, Named[]>()
  /** Names share their syllables: each is read once. */
  readonly #read = new Map<string, { readonly key: string; readonly marked: string }>()

  add(name: string, meaning: (marked: string) => Named): void {
    const parts = name
      .split(' ')
      .map((part) => this.#part(part))
      .filter((part) => part.key !== '')
    const key = parts.map((part) => part.key).join(' ')
    const means = meaning(parts.map(({ marked }) => marked).join(' '))
    this.#put(key, means)
    const joined = key.replaceAll(' ', '')
    if (joined.length < key.length && joined.length >= SHORTEST_JOINED) this.#put(joined, means)
  }

  #part(part: string) {
    const known = this.#read.get(part)
    if (known) return known
    const words = placeWords(part)
    const read = { key: placeKey(words), marked: placeMarks(words) }
    this.#read.set(part, read)
    return read
  }

  #put(key: string, means: Named): void {
    const known = this.named.get(key)
    if (known) known.push(means)
    else this.named.set(key, [means])
  }
}

const SHORTEST_JOINED = 5

function nameProvince({ code, name, also, formerly }: Province, index: NameIndex): void {
  const full = [{ name, also, former: false }, ...formerly.map((one) => ({ ...one, former: true }))]
  for (const one of full) {
    const means = (spelt: Spelt) => (marked: string) =>
      ({ level: 'province', marked, province: code, spelt, former: one.former }) as const
    const spellings = new Set([nameParts(one.name).core, ...one.also.filter((alias) => !isShort(alias))])
    for (const spelling of spellings) index.add(spelling, means('name'))
    for (const short of one.also.filter(isShort)) index.add(short, means('abbreviation'))
    index.add(initials(one.name), means('initials'))
  }
}

function nameCommune(commune: Commune, index: NameIndex): void {
  for (const name of [commune.name, ...commune.also, ...commune.earlier.map((one) => one.name)]) {
    const { core, kind } = nameParts(name)
    index.add(core, (marked) => ({ level: 'commune', marked, kind, commune }))
  }
  for (const former of commune.formerly) {
    for (const name of [former.name, ...former.also]) {
      const { core, kind } = nameParts(name)
      index.add(core, (marked) => ({ level: 'commune', marked, kind, commune, former }))
    }
  }
}

const isShort = (alias: string): boolean => placeWords(alias).length === 1 && alias.length <= 3
const initials = (name: string): string =>
  (nameParts(name).core.match(/[\p{L}]+/gu) ?? []).map((word) => word[0]).join('')
