import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/conversation/fold.ts'
import { formatDong } from '../../src/conversation/format.ts'
import { maskSecrets } from '../../src/conversation/mask-secrets.ts'
import { readAge } from '../../src/conversation/read-age.ts'
import { readBirth } from '../../src/conversation/read-birth.ts'
import { readDate } from '../../src/conversation/read-date.ts'
import { readDuration } from '../../src/conversation/read-duration.ts'
import { readDong, readMoney } from '../../src/conversation/read-money.ts'
import { formatPhone, readPhone } from '../../src/conversation/read-phone.ts'

const today = '2026-11-22'

/** The ways the same words reach us: marks or none, composed or not, odd spaces, capitals, courtesy around them. */
const typed = fc.tuple(
  fc.constantFrom(
    (text: string) => text,
    fold,
    (text: string) => text.normalize('NFD'),
    (text: string) => text.toUpperCase(),
    (text: string) => `  ${text.replaceAll(' ', '   ')} `,
  ),
  fc.constantFrom('', ' r', ' ạ', ' ad', ' nha', ' nhé', ' á', ' ạ hông biết đúng hông'),
  fc.constantFrom('', 'dạ ', 'em ', 'da '),
)
type Typed = readonly [(text: string) => string, string, string]
const asTyped = (text: string, [spell, ending, opening]: Typed) => opening + spell(text) + ending

const units = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
function spelt(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return units[ones] ?? ''
  const ten = tens === 1 ? 'mười' : `${units[tens]} mươi`
  if (ones === 0) return ten
  const last = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : units[ones]
  return `${ten} ${last}`
}

const thousands = fc.integer({ min: 10, max: 50_000 })

test('a sum is read back from every way of writing it', () => {
  fc.assert(
    fc.property(thousands, typed, (k, how) => {
      const vnd = k * 1_000
      const writings = [
        formatDong(vnd),
        `${formatDong(vnd).replace(' đồng', '')}đ`,
        `${k}k`,
        `${k} nghìn`,
        `${k * 1_000}`,
        ...(k >= 1_000 ? [`${String(k / 1_000).replace('.', ',')} triệu`] : []),
        ...(k % 100 === 0 && k >= 1_000 ? [`${Math.floor(k / 1_000)}tr${(k % 1_000) / 100}`] : []),
      ]
      for (const writing of writings) {
        expect({ writing, read: readDong(asTyped(writing, how)) }).toEqual({ writing, read: vnd })
      }
    }),
  )
})

test('a sum spelt in words is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 9 }),
      typed,
      (millions, hundreds, how) => {
        const tail = hundreds === 0 ? '' : hundreds === 5 ? ' rưỡi' : ` ${spelt(hundreds)} trăm nghìn`
        const writing = `${spelt(millions)} triệu${tail}`
        const vnd = millions * 1_000_000 + hundreds * 100_000
        expect({ writing, read: readDong(asTyped(writing, how)) }).toEqual({ writing, read: vnd })
      },
    ),
  )
})

test('a duration is read back from digits and from words', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 45 }),
      fc.integer({ min: 1, max: 11 }),
      typed,
      (years, months, how) => {
        for (const writing of [
          `${years} năm ${months} tháng`,
          `${years}n${months}t`,
          `${spelt(years)} năm ${spelt(months)} tháng`,
        ]) {
          const { value } = readDuration(asTyped(writing, how), today)
          expect({ writing, value }).toEqual({ writing, value: { months: years * 12 + months } })
        }
      },
    ),
  )
})

test('an age is read back from digits and from words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), typed, (years, how) => {
      for (const writing of [`${years} tuổi`, `${years}t`, `năm nay ${years}`, `${spelt(years)} tuổi`]) {
        expect({ writing, ...readAge(asTyped(writing, how), today) }).toEqual({ writing, value: { years } })
      }
    }),
  )
})

test('a day of birth is read back from every way of writing it', () => {
  const days = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
  fc.assert(
    fc.property(days, typed, (date, how) => {
      const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
      const iso = date.toISOString().slice(0, 10)
      for (const writing of [
        `${d}/${m}/${y}`,
        `${d}-${m}-${y}`,
        `${d}.${m}.${y}`,
        `ngày ${d} tháng ${m} năm ${y}`,
        iso,
      ]) {
        const said = asTyped(writing, how)
        expect({ writing, ...readBirth(said, today) }).toEqual({ writing, value: { y, m, d } })
        expect({ writing, ...readDate(said, today) }).toEqual({ writing, value: { y, m, d } })
      }
    }),
  )
})

const mobile = fc
  .tuple(fc.constantFrom('032', '039', '070', '083', '091', '098'), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([prefix, rest]) => prefix + String(rest).padStart(7, '0'))

test('a phone number survives being read back, and is never masked', () => {
  fc.assert(
    fc.property(mobile, typed, (digits, how) => {
      const e164 = `+84${digits.slice(1)}`
      for (const writing of [digits, formatPhone(e164), e164]) {
        const said = asTyped(writing, how)
        expect(readPhone(said)?.e164).toBe(e164)
        expect(maskSecrets(said).found).toEqual([])
      }
    }),
  )
})

test('an identity number is masked however it is grouped', () => {
  const ids = fc
    .tuple(
      fc.integer({ min: 1, max: 96 }),
      fc.constantFrom('0', '1'),
      fc.integer({ min: 0, max: 99_999_999 }),
    )
    .map(([province, sex, rest]) => String(province).padStart(3, '0') + sex + String(rest).padStart(8, '0'))
  fc.assert(
    fc.property(ids, fc.constantFrom('', ' ', '.', '-'), (id, gap) => {
      const grouped = id.match(/\d{3}/g)?.join(gap) ?? id
      const { text, found } = maskSecrets(`cccd của em là ${grouped} ạ`)
      expect(found).toEqual(['citizen-id'])
      expect(text).not.toMatch(/\d/)
    }),
  )
})

test('whatever people type, nothing throws, and what is read is a possible value', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'năm',
          'tháng',
          'mươi',
          'trăm',
          'rưỡi',
          'triệu',
          'tr',
          'k',
          '5',
          '12',
          '1990',
          '/',
          '-',
          '%',
          'x',
          'nửa',
          'mấy',
          'tuổi',
          '0912345678',
        ),
      )
      .map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const money = readMoney(text).value
      if (money && 'vnd' in money) expect(Number.isInteger(money.vnd) && money.vnd >= 0).toBe(true)
      if (money && 'min' in money) expect(money.min).toBeLessThan(money.max)
      const birth = readBirth(text, today).value
      if (birth?.y) expect(birth.y).toBeLessThanOrEqual(2026)
      for (const read of [readAge, readDuration, readDate]) expect(read(text, today)).toHaveProperty('value')
      expect(maskSecrets(text).text).toBeTypeOf('string')
    }),
    { numRuns: 300 },
  )
})
