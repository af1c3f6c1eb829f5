import { expect, test } from 'vitest'
import { inSlices } from '../../src/in-slices.ts'
import { asWayOfAsking, groupQuestions } from '../../src/questions/group-questions.ts'

const texts = [
  'thẻ bảo hiểm bị gãy đổi ở đâu',
  'lương hưu tháng này chưa nhận được',
  'the bao hiem bi gay thi doi o dau',
  'ở đâu đổi thẻ bảo hiểm bị gãy',
  'nộp tiền cho con đi học',
]

test('like questions come together with or without marks and in any order; the most asked first', async () => {
  expect(await inSlices(groupQuestions(texts))).toEqual([[0, 2, 3], [1], [4]])
})

test('nothing is lost and nothing counted twice, also of texts without a word', async () => {
  const many = [...texts, '# …', '', '# …', ...texts]
  const groups = await inSlices(groupQuestions(many))
  expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...many.keys()])
  expect(await inSlices(groupQuestions([]))).toEqual([])
})

test('a way of asking has no signs for what was left out', () => {
  expect(asWayOfAsking('tôi … ở xã … đóng # tháng')).toBe('tôi ở xã đóng tháng')
})
