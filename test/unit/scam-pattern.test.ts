import { expect, test } from 'vitest'
import { loadScams } from '../../src/adapters/files/load-scams.ts'
import { judgeCaller, patternFor, scamSigns, type ScamPattern } from '../../src/leads/scam-pattern.ts'
import { asksFor } from '../../dialogs/scam-check/readers.ts'

const patterns = loadScams('.')
const one: ScamPattern = {
  ...{ id: 'x', name: 'x', signs: ['otp'], from: '2026-01-01', until: '2026-12-31', checked: '2026-01-01' },
  ...{ why: 'x', todo: ['y'], source: { act: 'a', place: 'b' } },
}

test('every sign has a pattern of today, and the one that fits more of them is told', () => {
  for (const sign of scamSigns) expect(patternFor(patterns, [sign], '2026-11-27')?.signs).toEqual([sign])
  expect(patternFor(patterns, ['transfer', 'pressure'], '2026-11-27')?.id).toBe('fast-money')
})

test('a pattern is told from its first day to its last, and no longer', () => {
  const on = (day: ScamPattern['from']) => patternFor([one], ['otp'], day)?.id
  expect([on('2025-12-31'), on('2026-01-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([
    undefined,
    'x',
    'x',
    undefined,
  ])
})

test('what no agent asks for decides alone; threats or an unknown code make it likely; nothing of it is not yet trust', () => {
  expect(judgeCaller(['papers'], 'right')).toBe('scam')
  expect(judgeCaller(['pressure'], undefined)).toBe('likely')
  expect(judgeCaller([], 'wrong')).toBe('likely')
  expect(judgeCaller([], 'right')).toBe('unsure')
})

test.each([
  ['họ xin mã OTP', 'otp'],
  ['bao toi chuyen khoan', 'transfer'],
  ['kêu cài app vssid', 'app'],
  ['gửi link bảo bấm vào', 'app'],
  ['xin ảnh căn cước', 'papers'],
  ['chỉ hỏi thăm', undefined],
] as const)('"%s"', (text, wants) => expect(asksFor(text)).toBe(wants))
