import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { assemble } from '../../places/assemble.ts'
import { demoFile, provincesFile, type DemoPlaces } from '../../places/place-files.ts'
import { parseKept } from './kept.ts'
import { buildPlaces, type Places } from '../../places/places.ts'
import { unitsFile } from '../../places/units-file.ts'

/** The province of the invented agents and points: knowledge/places/<name>.demo.yaml. */
const DEMO = 'nghe-an'

/** All of knowledge/places. */
export interface Placed {
  readonly places: Places
  readonly demo: DemoPlaces
}

/** Reads every file of knowledge/places under `root` once; throws an error that names the file and the field. */
export function loadPlaced(root: string): Placed {
  const places = loadPlaces(root)
  return { places, demo: demoOf(root, places) }
}

/** All units of the country, old and new. */
export function loadPlaces(root: string): Places {
  const units = read(root, 'units.json', unitsFile)
  return buildPlaces(assemble(units, read(root, 'provinces.yaml', provincesFile)))
}

/** The invented agents, points and offices of the demo province; throws when a reference leads nowhere. */
export function loadDemo(root: string): DemoPlaces {
  return demoOf(root, loadPlaces(root))
}

function demoOf(root: string, { communeByCode: communes }: Places): DemoPlaces {
  const file = `${DEMO}.demo.yaml`
  const demo = read(root, file, demoFile)
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
  if (wrong.length > 0) throw new Error(`${pathOf(root, file)}: ${wrong.join('; ')}`)
  return demo
}

function pathOf(root: string, file: string): string {
  return join(root, 'knowledge', 'places', file)
}

function read<S extends z.ZodType>(root: string, file: string, schema: S): z.output<S> {
  const path = pathOf(root, file)
  if (!existsSync(path)) throw new Error(`${path}: không có tệp này`)
  const checked = schema.safeParse(contentOf(path, file))
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`)
  throw new Error(`${path}: ${wrong.join('; ')}`)
}

function contentOf(path: string, file: string): unknown {
  const text = readFileSync(path, 'utf8')
  return path.endsWith('.json') ? JSON.parse(text) : parseKept(`places-${file}`, text)
}
