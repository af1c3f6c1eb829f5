import { expect, test } from 'vitest'
import { factsIn } from '../../dialogs/facts.ts'

const today = '2026-11-28'
const months = (min: number, max = min) => ({ min, max })

test.each([
  ['tôi năm nay 58 tuổi, đóng được 12 năm rồi', 144],
  ['chong e 62t, dong 12n5t r, co luong huu ko', 149],
  ['dong dc 18t roi', 18],
  ['em 35 tuổi đóng bhxh 7 năm nghỉ 2 năm nay rồi', 84],
  ['tôi 61t đóng 14n, thiếu 1 năm', 168],
  ['đã đóng đủ 15 năm, 61 tuổi 6 tháng', 180],
  ['60 tuổi mới đóng 5 năm', 60],
  ['e nam nay 58t, chua dong bh bao gio, gio dong co dc huong luong huu ko', 0],
  ['chưa đóng năm nào, 60 tuổi', 0],
  ['mẹ em sinh năm 1965 chưa đóng bảo hiểm lần nào', 0],
])('%s: paid for %i months', (text, paid) => {
  expect(factsIn(text, today).paid).toEqual(months(paid))
})

test.each([
  'tôi 57 tuổi phải đóng 15 năm mới có lương hưu à',
  'tôi 57 tuổi đóng thêm 5 năm nữa đủ hưu ko',
  'toi sinh 1970 dong tiep 5 nam nua co luong huu ko',
  'chưa đóng đủ 15 năm, 60 tuổi',
  'chưa đóng bhxh đủ 15 năm, 60t',
  'đóng 5 triệu một tháng, 40 tuổi',
  'dong 1 thang bao nhieu, 45 tuoi',
  'cty chua dong bhxh cho em 3 thang nay, em 40 tuoi',
  'chong e 62t di bien, dong dc ko ad',
  'chưa có bhyt, 50 tuổi',
])('%s: nothing is taken for time paid', (text) => {
  expect(factsIn(text, today).paid).toBeUndefined()
})

test.each([
  ['tôi năm nay 58 tuổi', months(58), '1967-11', '1968-11'],
  ['e nam nay 40t dong 3nam 6 thang', months(40), '1985-11', '1986-11'],
  ['đóng từ năm 2005 tới giờ, năm nay 55 tuổi', months(55), '1970-11', '1971-11'],
  ['gần 60 tuổi đóng hơn 14 năm', months(58, 59), '1966-11', '1968-11'],
])('%s: the age, and the months of birth it leaves', (text, age, earliest, latest) => {
  expect(factsIn(text, today)).toMatchObject({ age, birth: { earliest, latest } })
})

test.each([
  ['two people', 'e nam nay 58t ko chong e 62t di bien, dong 12 nam'],
  ['the age of next year', 'năm sau tôi 60 tuổi'],
  ["a child's age beside one's own years", 'tôi đóng 12 năm, con tôi 20 tuổi'],
])('no age is taken: %s', (_, text) => {
  expect(factsIn(text, today)).toMatchObject({ age: undefined, birth: undefined })
})

test('a wife spoken of besides is not the person asked about', () => {
  expect(factsIn('tôi 61 tuổi đóng 14 năm, vợ tôi bán hàng', today).sex).toBeUndefined()
  expect(factsIn('vo toi 54t, dong 13 nam', today).sex).toBe('female')
  expect(factsIn('chồng em 62 tuổi đóng 10 năm', today).sex).toBe('male')
})

test('leave is no stop', () => {
  expect(factsIn('nghi thai san 6 thang, dong 7 nam', today)).toMatchObject({
    paid: months(84),
    stopped: undefined,
  })
  expect(factsIn('nghỉ việc 8 tháng rồi đóng 6 năm muốn rút', today).stopped).toEqual(months(8))
})
