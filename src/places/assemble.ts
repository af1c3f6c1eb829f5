import type { z } from 'zod'
import type { Commune, FormerCommune, FormerDistrict, Province, Validity } from './place.ts'
import type { provincesFile } from './place-files.ts'
import type { PlaceData } from './places.ts'
import type { UnitsFile } from './units-file.ts'

type ProvincesFile = z.output<typeof provincesFile>
type District = FormerDistrict & { readonly heirs: Commune[] }

/** The units of today from the data file, its later changes applied; throws an error that names what does not fit. */
export function assemble(units: UnitsFile, { provinces: named }: ProvincesFile): PlaceData {
  const provinces = named.map((one) => provinceOf(one, units))
  const districts = new Districts(provinces, units)
  const communes = Object.entries(units.communes).flatMap(([province, listed]) =>
    listed.map((unit) => communeOf(unit, province, units, districts)),
  )
  for (const commune of communes) {
    for (const district of new Set(commune.formerly.map((one) => one.district))) district.heirs.push(commune)
  }
  return { version: units.version, provinces, districts: districts.all(), communes: communes.map(plain) }
}

function provinceOf(
  { code, name, also, formerly }: ProvincesFile['provinces'][number],
  units: UnitsFile,
): Province {
  const listed = units.provinces.find(([of]) => of === code)
  if (listed?.[1] !== name) throw new Error(`provinces.yaml: ${code} ${name}: units.json không có tỉnh này`)
  const change = units.changes.findLast((one) => one.code === code)
  const merged = formerly.length > 0 ? units.since : undefined
  return {
    code,
    name,
    kind: change?.kind === 'thành phố' ? 'thành phố' : listed[2],
    valid: { from: change?.from ?? merged?.day, act: change?.act ?? merged?.provinces },
    also,
    formerly,
  }
}

type Unit = FormerCommune & { readonly district: District }
type Growing = Omit<Commune, 'formerly'> & {
  readonly formerly: readonly Unit[]
}
const plain = (commune: Growing): Commune => commune

function communeOf(
  [code, was, formerly]: UnitsFile['communes'][string][number],
  province: string,
  units: UnitsFile,
  districts: Districts,
): Growing {
  const change = units.changes.findLast((one) => one.code === code)
  const name = change ? was.replace(/^Xã|^Phường|^Đặc khu/, change.kind) : was
  const valid: Validity = { from: change?.from ?? units.since.day, act: change?.act ?? units.since.communes }
  return {
    code,
    name,
    province,
    valid,
    also: units.also[was] ?? [],
    earlier: change && name !== was ? [{ name: was, until: change.from }] : [],
    formerly: Object.entries(formerly).flatMap(([label, names]) => districts.unitsOf(label, names)),
  }
}

/** The former districts, made as they are met; a former commune that went to several of today is one and the same. */
class Districts {
  readonly #known = new Map<string, District>()
  readonly #units = new Map<District, Map<string, Unit>>()
  readonly #codes: ReadonlyMap<string, string>
  readonly #also: UnitsFile['also']

  constructor(provinces: readonly Province[], { olderDistricts, also }: UnitsFile) {
    this.#also = also
    this.#codes = new Map(
      provinces.flatMap(({ code, name, formerly }) =>
        [name, ...formerly.map((one) => one.name)].map((one) => [one, code] as const),
      ),
    )
    for (const [province, names] of Object.entries(olderDistricts)) {
      for (const name of names) this.#district(province, name)
    }
  }

  unitsOf(label: string, names: readonly string[]) {
    const [province = '', name = ''] = label.split('/')
    const district = this.#district(province, name)
    if (names.length === 0) return [{ name, also: [], district, divided: false }] // an island without communes
    return names.map((one) => this.#unit(one, district))
  }

  all(): readonly FormerDistrict[] {
    return [...this.#known.values()]
  }

  #district(formerProvince: string, name: string): District {
    const key = `${formerProvince}/${name}`
    const known = this.#known.get(key)
    if (known) return known
    const province = this.#codes.get(formerProvince)
    if (province === undefined)
      throw new Error(`units.json: ${key}: provinces.yaml không có ${formerProvince}`)
    const district: District = { name, also: this.#also[name] ?? [], formerProvince, province, heirs: [] }
    this.#known.set(key, district)
    this.#units.set(district, new Map())
    return district
  }

  #unit(marked: string, district: District): Unit {
    const divided = marked.endsWith('*')
    const name = divided ? marked.slice(0, -1) : marked
    const known = this.#units.get(district)?.get(name)
    if (known) return known
    const unit = { name, also: this.#also[name] ?? [], district, divided }
    this.#units.get(district)?.set(name, unit)
    return unit
  }
}
