import { readFileSync } from 'node:fs'
import { loadPlaces } from '../../src/adapters/files/load-places.ts'
import { resolvePlace } from '../../src/places/resolve-place.ts'
import type { Row } from './row.ts'

const NGHE_AN = '40'

/** The place rows: all old and new names of the country read and indexed, then looked up as old addresses and as people write. */
export async function benchPlaces(): Promise<Row[]> {
  const loading = performance.now()
  const places = loadPlaces('.')
  const loaded = performance.now() - loading
  const old = places.communes.flatMap(({ formerly }) =>
    formerly.map(({ name, district }) => `${name}, ${district.name}, ${district.formerProvince}`),
  )
  const written = readFileSync('test/fixtures/places/cases.txt', 'utf8')
    .split('\n')
    .map((line) => line.split(' | ')[0] ?? '')
  return [
    { what: 'places: all units read and indexed once', figure: `${loaded.toFixed(0)} ms`, budget: '' },
    average('places: an old address in full', old),
    average('places: as people write, on a page', written),
  ]

  function average(what: string, texts: readonly string[]): Row {
    const rounds = [1, 2, 3].map(() => {
      const from = performance.now()
      for (const text of texts) resolvePlace(text, places, NGHE_AN)
      return (performance.now() - from) / texts.length
    })
    return { what, figure: `${Math.min(...rounds).toFixed(3)} ms`, budget: '≤ 1 ms on average' }
  }
}
