import { expect, test } from 'vitest'
import { bannedWords, citedDocuments, typedNumbers } from '../../src/faq/answer-words.ts'

test.each([
  'đóng 22% thu nhập',
  'mất 330.000 đồng',
  'đủ 15 năm',
  'từ 75 tuổi',
  'trong 7 ngày',
  'chừng 2 triệu',
  '2000 đồng',
])('catches a number of law typed in words: %s', (words) => {
  expect(typedNumbers(words)).toHaveLength(1)
})

test.each([
  'từ 01/07/2025, sinh từ tháng 4/1966, đóng trước năm 2014, hết ngày 31/12',
  'theo Nghị định 158/2025/NĐ-CP, Điều 22 khoản 3, Mẫu số 01',
  '1. Mang căn cước\n2. Điền tờ khai',
  'VNeID mức 2, người thứ 1, 2, 3 trong hộ, giờ trực 7:30',
  '{pension-min-years} và {rural-poverty-line@next-day}',
])('lets harmless numbers through: %s', (words) => {
  expect(typedNumbers(words)).toEqual([])
})

test('finds the documents an answer names', () => {
  expect(citedDocuments('theo 158/2025/NĐ-CP và 41/2024/QH15')).toEqual(['158/2025/NĐ-CP', '41/2024/QH15'])
})

test('reads the banned words of the voice guide with the answers that may use them', () => {
  const voice =
    '# Giọng\n- “không kể” → x\n## Từ không dùng\n- “BHXH huyện” → BHXH cơ sở (trừ: a, b)\n- “tiến hành” → bỏ\n'
  expect(bannedWords(voice)).toEqual([
    { words: 'BHXH huyện', except: ['a', 'b'] },
    { words: 'tiến hành', except: [] },
  ])
})
