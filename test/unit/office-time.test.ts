import { describe, expect, test } from 'vitest'
import { loadOfficeCalendar } from '../../src/adapters/files/load-office-calendar.ts'
import { nextStep, promiseAt, type HandOver } from '../../src/hand-over/hand-over.ts'
import { officeCalendar } from '../../src/hand-over/office-calendar.ts'
import { readOfficeHours } from '../../src/hand-over/office-hours.ts'
import { OfficeTime } from '../../src/hand-over/office-time.ts'

const at = (text: string) => new Date(`${text}:00+07:00`)
const inVietNam = (instant: Date) => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
const usual = 'thứ Hai đến thứ Sáu, 7h30–11h30 và 13h30–17h00'

describe('office hours as a page writes them', () => {
  const spans = (text: string) =>
    readOfficeHours(text)?.map((day) => day.map(({ from, until }) => `${from / 60}-${until / 60}`).join(' '))

  test.each([
    [usual, ['', ...Array<string>(5).fill('7.5-11.5 13.5-17'), '']],
    ['7h30–17h', ['', ...Array<string>(5).fill('7.5-17'), '']],
    ['8:00 - 16:30', ['', ...Array<string>(5).fill('8-16.5'), '']],
    [
      'thu 2 den thu 6 7 giờ 30 đến 17 giờ; thứ Bảy 7h30-11h30',
      ['', ...Array<string>(5).fill('7.5-17'), '7.5-11.5'],
    ],
    ['hằng ngày 7h–20h', Array<string>(7).fill('7-20')],
    ['thứ Ba, thứ Năm: 8h–11h', ['', '', '8-11', '', '8-11', '', '']],
    ['thứ Sáu đến thứ Hai 8h–10h', ['8-10', '8-10', '', '', '', '8-10', '8-10']],
  ])('"%s"', (text, expected) => {
    expect(spans(text)).toEqual(expected)
  })

  test.each(['trong giờ hành chính', '', '17h–8h', '8h–30h', '7h30–17h; thứ Bảy nghỉ'])(
    '"%s" cannot be read',
    (text) => {
      expect(readOfficeHours(text)).toBeUndefined()
    },
  )
})

describe('when a person answers', () => {
  const office = new OfficeTime(readOfficeHours(usual) ?? [], loadOfficeCalendar('.'))
  const promised = (asked: string) => {
    const { answerBy, shut } = promiseAt(office, at(asked), { answerMinutes: 30 })
    return [inVietNam(answerBy), shut && inVietNam(shut.opensAt), shut?.holiday]
  }

  test.each([
    ['2026-11-24T09:00', '2026-11-24T09:30', undefined, undefined],
    ['2026-11-24T07:30', '2026-11-24T08:00', undefined, undefined],
    ['2026-11-24T11:10', '2026-11-24T13:40', undefined, undefined], // over the lunch break
    ['2026-11-24T11:30', '2026-11-24T14:00', '2026-11-24T13:30', undefined],
    ['2026-11-24T16:50', '2026-11-25T07:50', undefined, undefined],
    ['2026-11-27T19:00', '2026-11-30T08:00', '2026-11-30T07:30', undefined], // a Friday evening
    ['2026-11-28T00:10', '2026-11-30T08:00', '2026-11-30T07:30', undefined],
    ['2027-01-01T09:00', '2027-01-04T08:00', '2027-01-04T07:30', 'Tết Dương lịch'],
    ['2027-02-03T17:30', '2027-02-12T08:00', '2027-02-12T07:30', undefined], // the evening before Tết
    ['2027-02-06T10:00', '2027-02-12T08:00', '2027-02-12T07:30', 'Tết Nguyên đán'],
    ['2027-04-30T10:00', '2027-05-04T08:00', '2027-05-04T07:30', 'Ngày Chiến thắng'],
  ])('asked at %s: by %s', (asked, by, opens, holiday) => {
    expect(promised(asked)).toEqual([by, opens, holiday])
  })

  test('hours nobody can read promise the plain time, and end the search', () => {
    const never = new OfficeTime([], loadOfficeCalendar('.'))
    expect(never.after(at('2026-11-24T09:00'), 30)).toEqual(at('2026-11-24T09:30'))
    expect(never.opening(at('2026-11-24T09:00'))).toEqual(at('2026-11-24T09:00'))
  })
})

describe('what becomes of a hand-over', () => {
  const asked: HandOver = {
    ...{ id: 'h', state: 'waiting', answerBy: at('2026-11-24T09:30'), isGivenBack: false },
    spokeAt: undefined,
    heardAt: undefined,
  }
  const taken: HandOver = { ...asked, state: 'claimed', spokeAt: at('2026-11-24T09:10') }
  const step = (handOver: HandOver, now: string) => nextStep(handOver, at(now), { quietHours: 12 })

  test.each([
    ['waiting, early', asked, '2026-11-24T09:29', { kind: 'wait', until: asked.answerBy }],
    ['waiting, late', asked, '2026-11-24T09:30', { kind: 'over', why: 'nobody-came', isTold: true }],
    [
      'taken, long after the promise',
      taken,
      '2026-11-24T20:00',
      { kind: 'wait', until: at('2026-11-24T21:10') },
    ],
    ['taken, quiet', taken, '2026-11-24T21:10', { kind: 'over', why: 'gone-quiet', isTold: false }],
    [
      'taken, quiet, the citizen waits',
      { ...taken, heardAt: at('2026-11-24T10:00') },
      '2026-11-24T21:10',
      { kind: 'over', why: 'gone-quiet', isTold: true },
    ],
    [
      'given back',
      { ...taken, isGivenBack: true },
      '2026-11-24T09:11',
      { kind: 'over', why: 'given-back', isTold: true },
    ],
  ] as const)('%s', (_, handOver, now, expected) => {
    expect(step(handOver, now)).toEqual(expected)
  })
})

test('the calendar is dated and cited, in order, and known to its end', () => {
  const { closed, checkBy, checked, knownUntil } = loadOfficeCalendar('.')
  expect(checked < checkBy).toBe(true)
  const days = closed.map(({ from }) => from)
  expect(days).toEqual(days.toSorted())
  expect(closed.every(({ from, until = from }) => until <= knownUntil)).toBe(true)
})

test('a holiday that ends before it begins, or has no source, is refused by name', () => {
  const one = { from: '2027-02-10', until: '2027-02-01', name: 'Tết', certainty: 'confirmed' }
  const rest = { label: 'x', checked: '2026-11-27', checkBy: '2027-01-15', knownUntil: '2027-12-31' }
  const read = officeCalendar.safeParse({ ...rest, closed: [one] })
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain('closed.0.source')
})
