import { expect, test } from 'vitest'
import { formatCitations, formatDay, formatDong, formatPerDay } from '../../src/conversation/format.ts'

test('money is written as the decrees write it', () => {
  expect(formatDong(1_500_000)).toBe('1.500.000 đồng')
  expect(formatDong(0)).toBe('0 đồng')
  expect(formatPerDay(8_800)).toBe('khoảng 8.800 đồng mỗi ngày')
})

test('days are written day first', () => {
  expect(formatDay('2027-01-01')).toBe('01/01/2027')
})

test('citations are grouped by document, each called by its kind', () => {
  const cited = [
    { act: '41/2024/QH15', place: 'Điều 31 khoản 2' },
    { act: '159/2025/NĐ-CP', place: 'Điều 5' },
    { act: '41/2024/QH15', place: 'Điều 36 khoản 1' },
    { act: '41/2024/QH15', place: 'Điều 36 khoản 1' },
    { act: '12/2025/TT-BNV', place: 'Điều 2' },
    { act: '19/2025/NQ-HĐND', place: 'Điều 1' },
  ]
  expect(formatCitations(cited)).toBe(
    'Điều 31 khoản 2, Điều 36 khoản 1 Luật 41/2024/QH15; Điều 5 Nghị định 159/2025/NĐ-CP; ' +
      'Điều 2 Thông tư 12/2025/TT-BNV; Điều 1 Nghị quyết 19/2025/NQ-HĐND',
  )
})

test('the register tells a resolution of the National Assembly from a law', () => {
  const cited = [{ act: '261/2025/QH15', place: 'Điều 3', kind: 'Nghị quyết' as const }]
  expect(formatCitations(cited)).toBe('Điều 3 Nghị quyết 261/2025/QH15')
})

test('an article cited by two values is named once', () => {
  const act = '41/2024/QH15'
  const places = ['Điều 66, Điều 99', 'Điều 66, Điều 68, Điều 99, Điều 100', 'Điều 36 khoản 1']
  expect(formatCitations(places.map((place) => ({ act, place })))).toBe(
    'Điều 66, Điều 99, Điều 68, Điều 100, Điều 36 khoản 1 Luật 41/2024/QH15',
  )
})

test('what amended an article, and a place that is only described, come after the document', () => {
  const amended = { act: '25/2008/QH12', place: 'Điều 12 khoản 3 (sửa theo Luật 51/2024/QH15)' }
  const described = { act: '188/2025/NĐ-CP', place: 'mức hỗ trợ đóng BHYT' }
  expect(formatCitations([amended, described])).toBe(
    'Điều 12 khoản 3 Luật 25/2008/QH12, sửa theo Luật 51/2024/QH15; Nghị định 188/2025/NĐ-CP, mức hỗ trợ đóng BHYT',
  )
})
