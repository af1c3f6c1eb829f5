import { expect, test } from 'vitest'
import { readMembers } from '../../dialogs/read-members.ts'

test.each([
  ['4', 4],
  ['nhà 4 người', 4],
  ['bốn người', 4],
  ['có mình tôi', 1],
  ['vợ chồng tôi', 2],
  ['hai vợ chồng với 2 đứa con', 4],
  ['vo chong voi 3 dua', 5],
  ['nhà 5 người, 2 đứa con có thẻ học sinh rồi', 3],
  ['5 nguoi ma 1 nguoi co the cong ty', 4],
  ['nhà 4 người mua 12 tháng', 4],
  ['năm người', 5],
])('"%s" → %d', (said, count) => {
  expect(readMembers(said, 30)).toBe(count)
})

test.each(['12 tháng', 'một năm', '2 hoặc 3', 'đông lắm', '0', '200 người', '2 người có thẻ hết rồi'])(
  '"%s" is asked again',
  (said) => {
    expect(readMembers(said, 30)).toBeUndefined()
  },
)
