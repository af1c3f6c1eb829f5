import { describe, expect, test } from 'vitest'
import { loadSearchWords } from '../../src/adapters/files/load-synonyms.ts'
import { knowledge } from '../support/talk.ts'

const ask = (text: string) => knowledge.finder.ask(text)
const { subjects } = loadSearchWords('.').synonyms

describe('only a subject, and no question', () => {
  test.each([
    ...[
      'thẻ bảo hiểm',
      'bảo hiểm',
      'bh',
      'bhyt',
      'bhxh',
      'bhxh?',
      'BHXH ạ',
      'the bao hiem',
      'luong huu',
      'thai sản',
      'vssid',
    ],
    ...[
      'học sinh',
      'hộ nghèo',
      'đóng tiền',
      'trợ cấp',
      'khám bệnh',
      'cmnd',
      'ốm đau',
      'nghỉ việc',
      'giấy tờ',
    ],
    ...['hỏi về lương hưu của mẹ em', 'hoij vee luwowng huwu cuar meej em', 'thẻ bảo hiểm của con tôi'],
  ])('"%s" is asked back with choices', (said) => {
    const { kind, shown } = ask(said)
    expect([kind, shown]).toEqual(['choices', 3])
  })

  test.each([
    'giá vàng',
    'hộ chiếu',
    'học phí',
    'xe máy',
    'bảo hiểm xe',
    'bảo hiểm nhân thọ',
    'kết hôn',
    'thuế',
  ])('"%s" is none of ours', (said) => {
    expect(ask(said).kind).toBe('decline')
  })

  test('what little is said about, is answered', () => {
    expect(ask('trái tuyến')).toMatchObject({ kind: 'answer' })
    expect(ask('tự tử').kind).toBe('safety')
    expect(ask('bhyt học sinh đóng bao nhiêu').kind).toBe('answer')
  })

  test('content staff chose what is offered first, and every answer they chose exists', () => {
    const ids = new Set(knowledge.entries.map(({ id }) => id))
    for (const [name, chosen] of Object.entries(subjects)) {
      expect(chosen.filter((id) => !ids.has(id))).toEqual([])
      expect([
        name,
        ...ask(name)
          .entries.slice(0, 3)
          .map(({ entry }) => entry.id),
      ]).toEqual([name, ...chosen.slice(0, 3)])
    }
  })
})

describe('a short question with nothing in it but our words', () => {
  test.each(['đăng ký ở đâu', 'dang ky the nao', 'giấy tờ gì', 'nop tien o dau'])(
    '"%s" is asked back with choices',
    (said) => expect(ask(said).kind).toBe('choices'),
  )

  test.each([
    'đăng ký kết hôn ở đâu',
    'nộp thuế ở đâu',
    'sim ở đâu',
    'đóng tiền điện ở đâu',
    'làm hộ chiếu ở đâu',
  ])('"%s" is none of ours', (said) => expect(ask(said).kind).toBe('decline'))
})

describe("a word of somebody else's business in a question about ours", () => {
  test.each([
    'lái xe công nghệ có phải đóng bhxh bắt buộc không',
    'chú tôi bán đất xong có mua bhyt được không',
  ])('"%s" is not sent away', (said) => expect(['answer', 'choices']).toContain(ask(said).kind))

  test.each([
    'học lái xe có cần thẻ bhyt không',
    'bảo hiểm xe máy mua ở đâu',
    'bên bảo hiểm nhân thọ có tốt không',
  ])('"%s" is still none of ours', (said) => expect(ask(said).kind).toBe('decline'))
})
