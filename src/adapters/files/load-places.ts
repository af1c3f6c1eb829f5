import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Commune, FormerDistrict, Province } from '../../places/place.ts'
import {
  communesFile,
  demoFile,
  formerDistrictsFile,
  provincesFile,
  type DemoPlaces,
} from '../../places/place-files.ts'
import { parseKept } from './kept.ts'
import { buildPlaces, type Places } from '../../places/places.ts'

/** Provinces whose communes we carry so far: knowledge/places/<name>.yaml. */
const PROVINCE_FILES = ['nghe-an']

/** All of knowledge/places. */
export interface Placed {
  readonly places: Places
  readonly demo: DemoPlaces
}

/** Reads every file of knowledge/places under `root` once; throws an error that names the file and the field. */
export function loadPlaced(root: string): Placed {
  const communes = allCommunes(root)
  return { places: placesOf(root, communes), demo: demoOf(root, communes) }
}

export function loadPlaces(root: string): Places {
  return placesOf(root, allCommunes(root))
}

/** The invented agents, points and offices of the demo province; throws when a reference leads nowhere. */
export function loadDemo(root: string): DemoPlaces {
  return demoOf(root, allCommunes(root))
}

function placesOf(root: string, communes: readonly Commune[]): Places {
  const { provinces } = read(root, 'provinces', provincesFile)
  return buildPlaces({ provinces, districts: districtsOf(root, provinces), communes })
}

function demoOf(root: string, known: readonly Commune[]): DemoPlaces {
  const [file] = PROVINCE_FILES
  const demo = read(root, `${file}.demo`, demoFile)
  const communes = new Set(known.map(({ code }) => code))
  const points = new Set(demo.points.map(({ id }) => id))
  const placed = [...demo.points, ...demo.offices].map(({ id, commune }) => ({ id, codes: [commune] }))
  const covering = [...demo.agents, ...demo.offices].map(({ id, communes: codes }) => ({ id, codes }))
  const wrong = [
    ...[...placed, ...covering].flatMap(({ id, codes }) =>
      codes.filter((code) => !communes.has(code)).map((code) => `${id}: không có xã mã ${code}`),
    ),
    ...demo.agents
      .filter(({ point }) => !points.has(point))
      .map(({ id, point }) => `${id}: không có điểm thu ${point}`),
  ]
  if (wrong.length > 0) throw new Error(`${pathOf(root, `${file}.demo`)}: ${wrong.join('; ')}`)
  return demo
}

function districtsOf(root: string, provinces: readonly Province[]): readonly FormerDistrict[] {
  const { districts, also } = read(root, 'former-districts', formerDistrictsFile)
  const codes = new Map(
    provinces.flatMap(({ code, name, formerly }) =>
      [name, ...formerly.map((one) => one.name)].map((one) => [one, code] as const),
    ),
  )
  const known = new Set(Object.values(districts).flat())
  const unknown = Object.keys(also).filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(`${pathOf(root, 'former-districts')}: also.${unknown.join(', ')}: không có huyện này`)
  return Object.entries(districts).flatMap(([formerProvince, names]) => {
    const province = codes.get(formerProvince)
    if (province === undefined) {
      throw new Error(
        `${pathOf(root, 'former-districts')}: districts.${formerProvince}: không có trong provinces.yaml`,
      )
    }
    return names.map((name) => ({ name, also: also[name] ?? [], formerProvince, province }))
  })
}

function allCommunes(root: string): readonly Commune[] {
  return PROVINCE_FILES.flatMap((file) => communesOf(root, file))
}

function communesOf(root: string, file: string): readonly Commune[] {
  const { province, communes } = read(root, file, communesFile)
  return communes.map(({ code, name, formerly }) => ({
    code,
    name,
    province,
    formerly: Object.entries(formerly).flatMap(([district, names]) =>
      names.map((former) => ({ name: former, district })),
    ),
  }))
}

function pathOf(root: string, file: string): string {
  return join(root, 'knowledge', 'places', `${file}.yaml`)
}

function read<S extends z.ZodType>(root: string, file: string, schema: S): z.output<S> {
  const path = pathOf(root, file)
  if (!existsSync(path)) throw new Error(`${path}: không có tệp này`)
  const parsed = schema.safeParse(parseKept(`places-${file}`, readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`)
  throw new Error(`${path}: ${wrong.join('; ')}`)
}
