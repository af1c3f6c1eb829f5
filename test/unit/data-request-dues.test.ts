import { expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { dataRequestDues } from '../../src/policy/data-request-dues.ts'
import type { Day } from '../../src/policy/values.ts'

test.each<[asked: Day, firstReplyBy: Day, doneBy: Day]>([
  ['2026-11-23', '2026-11-25', '2026-12-08'], // a Monday
  ['2026-11-27', '2026-12-01', '2026-12-12'], // a Friday: the weekend does not count
  ['2026-11-28', '2026-12-01', '2026-12-13'], // a Saturday
  ['2026-12-25', '2026-12-29', '2027-01-09'], // over the end of the year
])('asked on %s: a first reply by %s, done by %s', (asked, firstReplyBy, doneBy) => {
  expect(dataRequestDues(asked, loadPolicy('knowledge/policy'))).toEqual({ firstReplyBy, doneBy })
})
