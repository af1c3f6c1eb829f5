import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/conversation/fold.ts'
import { maskPerson } from '../../src/questions/mask-person.ts'
import { knowledge } from '../support/talk.ts'

const mask = (said: string) => maskPerson(said, knowledge.knownWords)

test.each([
  [
    'hộ gia đình tôi có 4 người mua bảo hiểm y tế thì người thứ 2 giảm bao nhiêu',
    'hộ gia đình tôi có # người mua bảo hiểm y tế thì người thứ # giảm bao nhiêu',
  ],
  [
    'Tôi tên Nguyễn Thị Lan Hương, ở xóm 4 xã Yên Thành, số 0912345678, tôi muốn hỏi đóng bhxh tự nguyện bao nhiêu',
    'tôi … ở … # xã … # tôi muốn hỏi đóng bhxh tự nguyện bao nhiêu',
  ],
  [
    'chị Hoa ở đường Lê Lợi thành phố Vinh hỏi mua bhyt cho con',
    'chị … ở … thành phố … hỏi mua bhyt cho con',
  ],
  ['e ten tran van nam nghi viec cty dc 3 thang', 'e ten … viec cty dc # …'],
  ['CHỊ TÊN LÊ THỊ HỒNG Ở XÃ NAM ĐÀN HỎI VỀ LƯƠNG HƯU', 'chị … xã … hỏi về lương hưu'],
  ['thẻ bhyt của bé, gửi lan.nguyen@gmail.com, không chín một hai ba bốn', 'thẻ bhyt của bé …'],
])('%s', (said, kept) => {
  expect(mask(said)).toBe(kept)
})

const surname = fc.constantFrom(
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Võ',
  'Đặng',
  'Bùi',
  'Hồ',
  'Cao',
  'Lô',
  'Vi',
)
const middle = fc.constantFrom('Thị', 'Văn', 'Đức', 'Ngọc', 'Minh', 'Quỳnh', 'Khánh')
const given = fc.constantFrom(
  'Lan',
  'Hương',
  'Tuấn',
  'Oanh',
  'Hùng',
  'Thảo',
  'Dũng',
  'Nhung',
  'Quyên',
  'Vy',
  'Đạt',
)
const place = fc.constantFrom('Diễn Châu', 'Quỳ Hợp', 'Bến Thuỷ', 'Tương Dương', 'Cửa Lò', 'Quế Phong')
const person = fc.record({ first: surname, second: middle, third: given, home: place })
const frame = fc.constantFrom(
  (name: string, home: string) => `tôi là ${name}, ở xã ${home}, đóng bhxh tự nguyện bao nhiêu`,
  (name: string, home: string) => `Mẹ tôi tên là ${name} quê ${home} có được trợ cấp hưu trí xã hội không`,
  (name: string, home: string) => `${name} hỏi mua bhyt cho con ở phường ${home}`,
  (name: string, home: string) => `giúp bác ${name}, thôn Đông, xã ${home}. Nghỉ việc lãnh thất nghiệp ở đâu`,
)

test('whatever the name and the place, and with every tone mark, no word of either is kept', () => {
  fc.assert(
    fc.property(frame, person, (say, { first, second, third, home }) => {
      const kept = ` ${mask(say(`${first} ${second} ${third}`, home))} `
      for (const word of [second, third, ...home.split(' ')])
        expect(kept).not.toContain(` ${word.toLowerCase()} `)
    }),
  )
})

test('without tone marks no name and no place can be read from what is kept', () => {
  fc.assert(
    fc.property(frame, person, (say, { first, second, third, home }) => {
      const kept = mask(fold(say(`${first} ${second} ${third}`, home)))
      expect(kept).not.toContain(fold(`${second} ${third}`))
      expect(kept).not.toContain(fold(`${first} ${second}`))
      expect(kept).not.toContain(fold(home))
    }),
  )
})

test('no digit and no address is ever kept, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (said) => {
      expect(mask(said)).not.toMatch(/[\d@:/]/)
    }),
  )
})
