import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { fillHoles, holesOf } from '../../src/policy/holes.ts'

const book = loadPolicy('knowledge/policy')

describe('numbers in words', () => {
  test('are those of the day, parameters and figures alike', () => {
    const text = 'Thấp nhất {voluntary-lowest-contribution}, bằng {voluntary-rate} của {rural-poverty-line}.'
    expect(fillHoles(text, '2026-12-31', book).text).toBe(
      'Thấp nhất 330.000 đồng, bằng 22% của 1.500.000 đồng.',
    )
    expect(fillHoles(text, '2027-01-01', book).text).toBe(
      'Thấp nhất 484.000 đồng, bằng 22% của 2.200.000 đồng.',
    )
  })

  test('tell of the change that is coming, with its day', () => {
    const text =
      'Nay {rural-poverty-line}.\nTừ {rural-poverty-line@next-day} là {voluntary-lowest-contribution@next}.'
    expect(fillHoles(text, '2026-11-22', book).text).toBe(
      'Nay 1.500.000 đồng.\nTừ 01/01/2027 là 484.000 đồng.',
    )
  })

  test('leave out the whole line when no change is known', () => {
    const text =
      'Nay {rural-poverty-line}.\nTừ {rural-poverty-line@next-day} là {rural-poverty-line@next}.\nHết.'
    expect(fillHoles(text, '2027-01-01', book).text).toBe('Nay 2.200.000 đồng.\nHết.')
  })

  test('say so when nobody has confirmed them', () => {
    const { text, uncertain } = fillHoles('Được {social-pension-amount} mỗi tháng.', '2026-11-22', book)
    expect(text).toBe('Được 500.000 đồng (chưa có xác nhận chính thức) mỗi tháng.')
    expect(uncertain).toEqual(['social-pension-amount'])
    expect(fillHoles('{social-pension-amount}', '2026-06-30', book)).toMatchObject({
      text: '500.000 đồng',
      uncertain: [],
    })
  })

  test('are reported when missing that day or unknown: such words must not be sent', () => {
    expect(fillHoles('{rural-poverty-line}', '2031-01-01', book).missing).toEqual(['rural-poverty-line'])
    expect(fillHoles('{voluntary-lowest-contribution}', '2031-01-01', book).missing).toEqual([
      'voluntary-lowest-contribution',
    ])
    expect(fillHoles('{nothing-of-the-kind} {nothing-else@next}', '2026-11-22', book).missing).toEqual([
      'nothing-of-the-kind',
      'nothing-else',
    ])
  })

  test('are reported when their check-by day has passed', () => {
    expect(fillHoles('{regional-minimum-wage-1}', '2026-12-31', book).stale).toEqual([])
    expect(fillHoles('{unemployment-cap-1}', '2027-01-01', book).stale).toEqual(['unemployment-cap-1'])
  })

  test('words without holes stay as they are', () => {
    const text = 'Không có số nào ở đây { } {Chữ Hoa}.'
    expect(fillHoles(text, '2026-11-22', book)).toEqual({ text, uncertain: [], missing: [], stale: [] })
  })
})

test('the names a text quotes are listed once each', () => {
  expect(holesOf('{a} {b@next} {b@next-day} {a} { c }')).toEqual(['a', 'b'])
})
