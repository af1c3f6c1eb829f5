import { describe, expect, test } from 'vitest'
import { knowledge } from '../support/talk.ts'

/** The entries that stand first, as many as there are questions. */
function firstTwo(text: string) {
  const { kind, entries } = knowledge.finder.ask(text)
  return { kind, both: entries.slice(0, 2).map(({ entry }) => entry.id) }
}

describe('two questions in one message are both among the choices', () => {
  test.each([
    [
      'cho hoi mua bhyt ho gia dinh het bao nhieu tien va mua o dau vay ad',
      ['household-health-price', 'household-health-where-to-buy'],
    ],
    [
      'the bhyt het han thi gia han sao va kham trai tuyen duoc huong bao nhieu phan tram',
      ['household-health-late-renewal', 'out-of-network-care', 'health-benefit-rate'],
    ],
    [
      'me em 60t dong 12 nam co duoc luong huu khong roi the bhyt thi mua sao a',
      ['pension-minimum-years', 'household-health-who'],
    ],
  ])('"%s"', (text, meant) => {
    const { kind, both } = firstTwo(text)
    expect(kind).toBe('choices')
    expect(both.filter((id) => !meant.includes(id))).toEqual([])
  })
})

test.each([
  'dong bhxh tu nguyen va bhyt khac nhau cho nao',
  'vo voi chong cung dong bao hiem tu nguyen thi co duoc giam khong',
])('"%s" is one question, though it joins two things', (text) => {
  expect(firstTwo(text).kind).toBe('answer')
})
