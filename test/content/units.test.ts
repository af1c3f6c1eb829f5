import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asText } from '../../scripts/data-units/as-text.ts'
import { buildUnits } from '../../scripts/data-units/build-units.ts'
import { readPackage } from '../../scripts/data-units/read-package.ts'
import { readRepairs } from '../../scripts/data-units/repairs.ts'
import { loadPlaces } from '../../src/adapters/files/load-places.ts'
import { resolvePlace } from '../../src/places/resolve-place.ts'
import { wholeUnitsFile } from '../../src/places/units-file.ts'

const text = readFileSync('knowledge/places/units.json', 'utf8')
const data = readPackage()
const { units, tally } = buildUnits(data, readRepairs())
const places = loadPlaces('.')
const kinds = (of: (name: string) => boolean) => places.communes.filter(({ name }) => of(name)).length

test('the committed file is what `npm run data:units` writes, whole and in NFC', () => {
  expect(text === asText(units)).toBe(true)
  expect(text === text.normalize('NFC')).toBe(true)
  expect(wholeUnitsFile.safeParse(JSON.parse(text)).success).toBe(true)
})

test('34 provinces: nine cities and 25 provinces, three of them cities only since 2026', () => {
  const cities = places.provinces.filter(({ kind }) => kind === 'thành phố')
  expect([places.provinces.length, cities.length]).toEqual([34, 9])
  const since = (name: string) => places.provinces.find((one) => one.name === name)?.valid
  expect(since('Đồng Nai')).toEqual({ from: '2026-04-30', act: 'Nghị quyết 30/2026/QH16' })
  expect(since('Quảng Ninh')).toEqual({ from: '2026-09-01', act: 'Nghị quyết 36/2026/QH16' })
  expect(since('Bắc Ninh')).toEqual({ from: '2026-09-20', act: 'Nghị quyết 39/2026/QH16' })
  expect(since('Cao Bằng')).toEqual({ from: undefined, act: undefined })
})

test('3,321 units: 709 wards, 2,599 communes, 13 special zones after the changes of 2026', () => {
  expect(places.communes).toHaveLength(3321)
  expect(places.communeByCode.size).toBe(3321)
  expect(kinds((name) => name.startsWith('Phường '))).toBe(687 + 22)
  expect(kinds((name) => name.startsWith('Xã '))).toBe(2621 - 22)
  expect(kinds((name) => name.startsWith('Đặc khu '))).toBe(13)
  expect(places.communes.filter(({ province }) => province === '40')).toHaveLength(130)
})

test('a commune that became a ward keeps its code, its earlier name, the day and the act', () => {
  expect(places.communeByCode.get('26368')).toMatchObject({
    name: 'Phường Long Thành',
    valid: { from: '2026-04-30', act: 'Nghị quyết 237/NQ-UBTVQH16' },
    earlier: [{ name: 'Xã Long Thành', until: '2026-04-30' }],
  })
  expect(places.communes.filter(({ earlier }) => earlier.length > 0)).toHaveLength(22)
  expect(places.communeByCode.get('06970')?.name).toBe('Xã Ba Chẽ')
})

test('all 10,977 rows of the package are accounted for', () => {
  expect(tally).toMatchObject({
    rows: 10_977,
    codesRepaired: 431,
    codesWrong: 22,
    repeats: 140,
    withoutOldCode: 938,
    islands: 5,
    oldUnits: 10_806,
    split: 23,
    marked: 474,
  })
  expect(tally.dividedUnknown).toEqual([
    'Ea Bar, Huyện Sông Hinh, Phú Yên',
    'Ea Bia, Huyện Sông Hinh, Phú Yên',
  ])
  const kept = places.communes.reduce((sum, { formerly }) => sum + formerly.length, 0)
  // every row leads somewhere: 10,977 − 140 repeats + 1 commune that has no row
  expect(kept).toBe(10_977 - 140 + 1)
})

test('every commune of today is found by its own name with its province', () => {
  const lost = places.communes.filter(({ name, code, province }) => {
    const read = resolvePlace(`${name}, ${places.provinceByCode.get(province)?.name}`, places)
    return read.code !== code
  })
  expect(lost.map(({ name }) => name)).toEqual([])
}, 60_000)

/** An old unit, told in full: found, asked about with the right one among the choices, or listed here with the reason. */
const outcomes = new Map<string, number>()
const unresolved = new Map<string, string>([
  ['Thị trấn Nông trường Mộc Châu', 'went to four communes: told in words, too many for buttons'],
])

test('every old row resolves, asks with the right commune among the choices, or is listed with the reason', () => {
  const codes = new Map(data.communes.map(({ code, name, province }) => [`${province} ${name}`, code]))
  const provinces = new Map(data.provinces.map(({ code, name }) => [name, code]))
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  const wrong: string[] = []
  for (const { old, newName, newProvince } of data.rows) {
    if (!old) {
      count('island without communes')
      continue
    }
    const said = `${old.name}, ${old.district}, ${old.province}`
    const want = codes.get(`${provinces.get(newProvince)} ${newName}`)
    const { sure, code, candidates, within } = resolvePlace(said, places)
    if (sure && code === want) count('resolves')
    else if (!sure && [code, ...candidates.map((one) => one.code)].includes(want ?? '')) count('asks')
    else if (unresolved.has(old.name) && within.some((one) => one.code === want))
      count('listed with the reason')
    else wrong.push(`${said} → ${newName}`)
  }
  expect(wrong).toEqual([])
  expect(Object.fromEntries(outcomes)).toEqual({
    resolves: 10_409,
    asks: 557,
    'listed with the reason': 6,
    'island without communes': 5,
  })
}, 60_000)
