import { expect, test } from 'vitest'
import { readPersona } from '../../src/conversation/read-persona.ts'
import { personaOf } from '../../src/leads/persona-of.ts'

test.each([
  ['tôi làm ruộng, mùa có mùa không', 'farmer'],
  ['nha em nuoi tom thi dong sao', 'farmer'],
  ['Tôi bán rau ngoài chợ', 'trader'],
  ['em chạy grab có đóng được không', 'trader'],
  ['lam tho ho thi sao a', 'trader'],
  ['em vừa nghỉ việc ở công ty', 'worker'],
  ['toi la cong nhan may', 'worker'],
  ['em là sinh viên năm cuối', 'student'],
  ['em mới ra trường', 'student'],
  ['tôi ở nhà trông cháu', 'home'],
  ['bác nội trợ thôi', 'home'],
  ['tôi gần tuổi nghỉ hưu rồi', 'older'],
  ['bác năm nay 58 tuổi', 'older'],
  ['bac 30 tuoi', undefined],
  ['tôi không làm ruộng', undefined],
  ['đóng bảo hiểm xã hội tự nguyện bao nhiêu', undefined],
  ['bao nhiêu tuổi thì được lương hưu', undefined],
  ['tôi làm ở công ty', undefined],
  ['', undefined],
])('%s → %s', (text, persona) => expect(readPersona(text)).toBe(persona))

test('what was told counts; else the likeliest for what they ask about, and said to be a guess', () => {
  const lead = { forWhom: 'self', programme: 'voluntary', persona: undefined } as const
  expect(personaOf({ ...lead, persona: 'trader' })).toEqual({ persona: 'trader', isGuess: false })
  expect(personaOf(lead)).toEqual({ persona: 'farmer', isGuess: true })
  expect(personaOf({ ...lead, programme: 'household-health' })).toEqual({ persona: 'home', isGuess: true })
  expect(personaOf({ ...lead, forWhom: 'parent' })).toEqual({ persona: 'older', isGuess: true })
})
