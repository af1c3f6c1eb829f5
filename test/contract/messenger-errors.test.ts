import { expect, test } from 'vitest'
import { messengerVerdict, messengerVerdicts } from '../../src/adapters/messenger/send-verdicts.ts'

const MINUTE = 60_000
const gone = { kind: 'person-left' }
const dropped = { kind: 'not-allowed-now' }
const ourBug = { kind: 'our-fault' }
const stopped = { kind: 'try-later', alarm: true, holds: 10 * MINUTE }
const limited = { kind: 'try-later', afterMs: MINUTE, holds: MINUTE }

/** What the contract says to do with every code and subcode it lists. `holds`: nothing goes out for the whole Page. */
const rows: readonly (readonly [code: number, subcode: number | undefined, does: object])[] = [
  [1, undefined, { kind: 'try-later', tries: 3, then: 'our-fault' }],
  [1, 99, { kind: 'try-later', tries: 3, then: 'our-fault' }],
  [2, undefined, { kind: 'try-later', tries: 4, then: 'person-left' }],
  [4, undefined, limited],
  [4, 2018354, dropped],
  [9, 2018352, dropped],
  [10, undefined, stopped],
  [10, 2018065, dropped],
  [10, 2018108, dropped],
  [10, 2018278, dropped],
  [10, 2018300, { kind: 'try-later', afterMs: 60 * MINUTE }],
  [10, 1893063, { kind: 'try-later', alarm: true, afterMs: 30 * MINUTE, holds: 30 * MINUTE }],
  [100, undefined, ourBug],
  [100, 33, ourBug],
  [100, 2018001, ourBug],
  [100, 2018109, ourBug],
  [100, 2018292, dropped],
  [100, 2534029, stopped],
  [100, 2534122, stopped],
  [105, undefined, ourBug],
  [194, undefined, ourBug],
  [190, undefined, stopped],
  [190, 460, stopped],
  [190, 463, stopped],
  [190, 467, stopped],
  [190, 490, stopped],
  [190, 2069032, stopped],
  [200, undefined, stopped],
  [200, 1545041, gone],
  [200, 2018028, stopped],
  [200, 2534041, stopped],
  [230, undefined, stopped],
  [368, undefined, stopped],
  [551, undefined, gone],
  [551, 1545041, gone],
  [613, undefined, limited],
  [613, 1893016, { kind: 'try-later', alarm: true, afterMs: 10 * MINUTE, holds: 10 * MINUTE }],
  [1200, undefined, { kind: 'try-later', tries: 4, then: 'our-fault' }],
  [10900, undefined, dropped],
  [10902, undefined, dropped],
  [98765, undefined, ourBug], // a code nobody knows
]

test.each(rows)('error %i/%s', (code, subcode, does) => {
  const { verdict, holdMs } = messengerVerdict(code, subcode)
  expect({ ...verdict('what Meta said'), holds: holdMs }).toMatchObject(does)
})

test('every row of the table has its row here', () => {
  const tested = new Set(
    rows.map(([code, subcode]) => (subcode === undefined ? `${code}` : `${code}/${subcode}`)),
  )
  expect(Object.keys(messengerVerdicts).filter((key) => !tested.has(key))).toEqual([])
})
