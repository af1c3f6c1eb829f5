import { expect, test } from 'vitest'
import { readBirth } from '../../src/conversation/read-birth.ts'

const today = '2026-11-22'
const born = (y: number | null, m: number | null = null, d: number | null = null) => ({ y, m, d })

test.each([
  ['sinh 1990', born(1990)],
  ['sn 70', born(1970)],
  ['sn68', born(1968)],
  ['sn 2k5', born(2005)],
  ['sn 05', born(2005)],
  ['12/5/90', born(1990, 5, 12)],
  ['12-5-90', born(1990, 5, 12)],
  ['12.5.1990', born(1990, 5, 12)],
  ['12 5 1990', born(1990, 5, 12)],
  ['12051990', born(1990, 5, 12)],
  ['1990-05-12', born(1990, 5, 12)],
  ['t3/68', born(1968, 3)],
  ['tháng 3 năm 1968', born(1968, 3)],
  ['thang sau nam 68', born(1968, 6)],
  ['3.1968', born(1968, 3)],
  ['ngày 7 tháng 5 năm 2021', born(2021, 5, 7)],
  ['mùng 3 tháng 2 năm 65', born(1965, 2, 3)],
  ['mùng năm tháng năm năm chín mươi', born(1990, 5, 5)],
  ['rằm tháng bảy năm 1960', born(1960, 7, 15)],
  ['tháng chạp 68', born(1968, 12)],
  ['một chín bảy lăm', born(1975)],
  ['một chín sáu tám', born(1968)],
  ['một nghìn chín trăm bảy mươi', born(1970)],
  ['sinh năm năm mươi', born(1950)],
  ['29/2/1980', born(1980, 2, 29)],
  ['12/5', born(null, 5, 12)],
])('reads "%s"', (text, value) => {
  expect(readBirth(text, today)).toEqual({ value })
})

test.each([
  ['20/13/1970', [born(1970)]],
  ['31/2/1980', [born(1980, 2)]],
  ['29/2/1981', [born(1981, 2)]],
  ['12/25/1980', [born(1980, 12, 25)]],
  ['1970 hoặc 1971', [born(1970), born(1971)]],
  ['57 tuổi', [born(1969), born(1968)]],
  ['3/2/65 âm lịch', [born(1965, 2, 3), born(1965)]],
])('"%s" cannot be kept as said: it is asked back', (text, candidates) => {
  expect(readBirth(text, today)).toEqual({ value: null, candidates })
})

test('"70" alone is a year, or an age of seventy', () => {
  expect(readBirth('70', today)).toEqual({ value: born(1970), candidates: [born(1970), born(1956)] })
})

test.each(['2030', '23/11/2026', 'tuổi con rồng', '9x', 'hông nhớ'])('"%s" is no day of birth', (text) => {
  expect(readBirth(text, today)).toEqual({ value: null })
})
