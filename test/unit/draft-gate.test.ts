import { beforeAll, describe, expect, test } from 'vitest'
import { loadAllFaq } from '../../src/adapters/files/load-faq.ts'
import type { GateReport } from '../../src/answers/gate.ts'
import type { AnswerText } from '../../src/answers/revision.ts'
import { goesOnTheSame } from '../../src/cli/same-talk.ts'
import { PolicyBook } from '../../src/policy/policy-book.ts'
import { checkDraft } from '../../src/workshop/check-draft.ts'
import { knowing, withDraft } from '../../src/workshop/knowing.ts'
import { tryOut } from '../../src/workshop/try-out.ts'

const texts = loadAllFaq('.').map(({ entry }) => entry)
const know = knowing('.')
const today = '2026-11-27'
const original = texts.find(({ id }) => id === 'unemployment-transfer') as AnswerText
const asked = ['dang lanh that nghiep muon ve que', 'hôm nay trời đẹp quá']
const check = (draft: AnswerText): Promise<GateReport> =>
  checkDraft('.', know, { texts, changes: [], draft, today, asked })
const blocks = ({ findings }: GateReport) =>
  findings.filter(({ level }) => level === 'block').map(({ say }) => say)

describe('the gate, on a small change of words', () => {
  const draft = { ...original, body: `${original.body}\n\nBác nhớ mang theo giấy giới thiệu cũ.` }
  let report: GateReport
  beforeAll(async () => {
    report = await check(draft)
  }, 240_000)

  test('lets it pass, and says what the answer was and will be', () => {
    expect(blocks(report)).toEqual([])
    expect(report.passed).toBe(true)
    const [words] = report.changes.filter(({ kind }) => kind === 'answer')
    expect(words?.after).toContain('giấy giới thiệu cũ')
    expect(words?.before).not.toContain('giấy giới thiệu cũ')
  })

  test('what the draft itself does stands first; a sentence more moves hardly anything else', () => {
    const { changes, counts } = report
    expect(changes[0]).toMatchObject({ kind: 'answer', cause: 'draft' })
    expect(counts.draft).toBe(changes.filter(({ cause }) => cause === 'draft').length)
    expect(counts.other + counts.choices).toBeLessThanOrEqual(5)
  })

  test('has asked every way of asking of every answer, before and after', () => {
    const { asked: all, before, after } = report.golden
    expect(all).toBe(texts.flatMap(({ ask }) => ask).length)
    expect(before).toBeGreaterThan(all * 0.98)
    expect(after).toBeGreaterThan(all * 0.98)
  })

  test('the talk on the draft says the new words, and why: phrase, likelihood, what else', async () => {
    const known = know(withDraft(texts, draft), today, [])
    const given = {
      on: today,
      channel: 'zalo',
      said: 'chuyen noi lanh that nghiep ve que',
      at: 1e12,
    } as const
    const { replies, why } = await tryOut(known, given)
    expect(replies.map(({ text }) => text).join('\n')).toContain('giấy giới thiệu cũ')
    expect(why).toMatchObject({ kind: 'answer', likely: [{ id: original.id }, {}, {}, {}] })
    expect(why?.likely[0]?.phrase).toContain('thất nghiệp')
  })
})

test('a talk that meets nothing of what was changed is not played again; one that does is', async () => {
  const draft = { ...original, body: `${original.body}\n\nBác nhớ mang theo giấy giới thiệu cũ.` }
  const [before, after] = [know(texts, today, []), know(withDraft(texts, draft), today, [])]
  const asked = (question: string) => [{ question, context: {}, answer: before.finder.ask(question) }]
  const far = asked('thẻ bảo hiểm y tế hộ gia đình mua ở đâu')
  expect(goesOnTheSame({ said: [], asks: far }, before, after)).toBe(true)
  const near = asked('chuyen noi lanh that nghiep ve que')
  expect(goesOnTheSame({ said: [], asks: near }, before, after)).toBe(false)
  expect(goesOnTheSame({ said: [`[${original.title}]`], asks: far }, before, after)).toBe(false)
  expect(goesOnTheSame({ said: [], asks: far }, before, { ...after, policy: new PolicyBook([]) })).toBe(false)
})

describe('the gate stops, and says why', () => {
  test('a number typed by hand, a document that was replaced, an unchecked day', async () => {
    const law = [{ act: '58/2014/QH13', place: 'Điều 9' }]
    const body = `${original.body}\n\nNộp trong 15 ngày.`
    const report = await check({ ...original, body, law, checked: '2027-05-05' })
    expect(report.passed).toBe(false)
    const said = blocks(report).join('\n')
    expect(said).toContain('15 ngày')
    expect(said).toContain('58/2014/QH13')
    expect(said).toContain('41/2024/QH15')
    expect(said).toContain('tương lai')
  }, 240_000)

  test('two answers that claim one question: to the letter, and by meaning', async () => {
    const other = texts.find(({ id }) => id === 'unemployment-who') as AnswerText
    const same = await check({ ...original, ask: [...original.ask, other.ask[1] ?? ''] })
    expect(blocks(same).join('\n')).toContain(other.title)
    const stolen = 'điều kiện để được hưởng trợ cấp thất nghiệp là những gì'
    const report = await check({ ...original, ask: [...original.ask, stolen] })
    expect(report.passed).toBe(false)
    expect(blocks(report).join('\n')).toContain(stolen)
  }, 240_000)
})

test('"như ngày 01/01/2027": the same question on a later day, with the numbers of that day and its steps', async () => {
  const said = 'đóng bhxh tự nguyện thấp nhất bao nhiêu'
  const on = async (day: `${number}-${number}-${number}`) =>
    tryOut(know(texts, day, []), { on: day, channel: 'messenger', said, at: 1e12 })
  const [now, later] = [await on('2026-11-27'), await on('2027-01-01')]
  expect(now.steps.length).toBeGreaterThan(0)
  expect(now.replies.map(({ text }) => text).join()).not.toBe(later.replies.map(({ text }) => text).join())
  expect(later.steps.join()).not.toBe(now.steps.join())
})
