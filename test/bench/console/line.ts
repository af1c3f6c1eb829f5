import type { Took } from './watched.ts'

/** One thing measured, and how long it may take in all; no budget: it is only told. */
export interface ConsoleRow {
  readonly what: string
  readonly took: Took
  readonly within: number | undefined
}

/** What nothing may hold: the thread that talks to people, and the embedded store, in milliseconds. */
const HELD = 50

export const titles = `store | what | time | thread held ≤ ${HELD} ms | store held ≤ ${HELD} ms`

export function line(store: string, { what, took: { ms, held, query }, within }: ConsoleRow) {
  const judged = [
    told(ms, within),
    told(held, HELD),
    store === 'embedded' ? told(query, HELD) : { text: '-', isMissed: false },
  ]
  const text = [store, what, ...judged.map((one) => one.text)].join(' | ')
  return { text, isMissed: judged.some(({ isMissed }) => isMissed) }
}

function told(ms: number, most: number | undefined) {
  const figure = `${Math.round(ms)} ms`
  if (most === undefined) return { text: figure, isMissed: false }
  const isMissed = ms > most
  return { text: `${figure} (≤ ${most}) ${isMissed ? 'MISSED' : 'PASS'}`, isMissed }
}
