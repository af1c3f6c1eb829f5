import { describe, expect, test } from 'vitest'
import { knowledge } from '../support/talk.ts'

const choicesOf = (text: string) => {
  const { kind, entries, shown } = knowledge.finder.ask(text)
  return { kind, shown: entries.slice(0, shown).map(({ entry }) => entry.id) }
}

describe('two questions in one message are both among the choices', () => {
  test.each([
    [
      'cho hoi mua bhyt ho gia dinh het bao nhieu tien va mua o dau vay ad',
      ['household-health-price'],
      ['household-health-where-to-buy'],
    ],
    [
      'the bhyt het han thi gia han sao va kham trai tuyen duoc huong bao nhieu phan tram',
      ['household-health-late-renewal'],
      ['out-of-network-care', 'health-benefit-rate'],
    ],
    [
      'me em 60t dong 12 nam co duoc luong huu khong roi the bhyt thi mua sao a',
      ['pension-minimum-years'],
      ['household-health-who', 'household-health-where-to-buy'],
    ],
  ])('"%s"', (text, one, other) => {
    const { kind, shown } = choicesOf(text)
    expect(kind).toBe('choices')
    for (const answers of [one, other]) expect(shown.filter((id) => answers.includes(id))).not.toEqual([])
  })
})

test.each([
  'dong bhxh tu nguyen va bhyt khac nhau cho nao',
  'vo voi chong cung dong bao hiem tu nguyen thi co duoc giam khong',
])('"%s" is one question, though it joins two things', (text) => {
  expect(choicesOf(text).kind).toBe('answer')
})
