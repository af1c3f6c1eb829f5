import { expect, test } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import type { QuestionNote } from '../../src/conversation/question-note.ts'
import type { Reply } from '../../src/conversation/reply.ts'
import { desk, knowledge } from '../support/talk.ts'

/** A talk that remembers what it noted, and lets buttons be tapped by their label. */
function startNoted() {
  const bot = createBot(knowledge, desk)
  const notes: QuestionNote[] = []
  let session: string | undefined
  let turns = 0
  let last: readonly Reply[] = []
  return {
    notes,
    labels: () => last.flatMap(({ buttons }) => buttons.map(({ label }) => label)),
    async say(text: string, apartMs = 60_000) {
      turns += 1
      const payload = last.flatMap(({ buttons }) => buttons).find(({ label }) => label === text)?.payload
      const said = { kind: 'words', text, ...(payload === undefined ? {} : { payload }) } as const
      const sentAt = new Date(Date.UTC(2026, 10, 24) + turns * apartMs)
      const turn = await bot.runTurn({
        heard: [{ said, sentAt }],
        session,
        today: '2026-11-24',
        code: `c${turns}`,
      })
      session = turn.session
      last = turn.replies
      notes.push(...turn.notes)
      return turn.notes
    },
  }
}

test('an answer is noted with its words and its entry, and nothing of the person', async () => {
  const talk = startNoted()
  const noted = await talk.say(
    'tôi là Trần Thị Oanh, 0912 345 678, bhyt hộ gia đình một người mua bao nhiêu tiền',
  )
  expect(noted).toMatchObject([{ kind: 'asked', outcome: 'answered', shown: ['household-health-price'] }])
  expect(JSON.stringify(noted)).not.toMatch(/Oanh|Trần|\d{3}/i)
})

test('what is not ours, not understood and handed over is noted as that; small talk and danger are not noted', async () => {
  const talk = startNoted()
  const outcomes = async (text: string) =>
    (await talk.say(text)).map((note) => (note.kind === 'asked' ? note.outcome : note.verdict))
  expect(await outcomes('sang tên sổ đỏ cho con mất bao lâu')).toEqual(['not-ours'])
  expect(await outcomes('zxcv qwrt hjkl')).toEqual(['not-understood'])
  expect(await outcomes('em chuyển khoản nhầm tiền rồi')).toEqual(['handed-over'])
  expect(await outcomes('cảm ơn cháu nhiều')).toEqual([])
  expect(await outcomes('chán sống quá rồi')).toEqual([])
})

test('a choice taken, an answer that was not meant and one that was are judgements on the question asked', async () => {
  const talk = startNoted()
  await talk.say('bhyt')
  const [choice = ''] = talk.labels()
  expect(await talk.say(choice)).toMatchObject([{ kind: 'judged', key: 'c1-0', verdict: 'chosen' }])
  await talk.say('mức đóng bao nhiêu')
  expect(await talk.say('không phải ý tôi')).toMatchObject([{ key: 'c3-0', verdict: 'not-meant' }])
  const [other = ''] = talk.labels()
  expect(await talk.say(other)).toMatchObject([{ key: 'c3-0', verdict: 'chosen' }])
})

test('the first answer of every five asks whether it was right, and no other', async () => {
  const talk = startNoted()
  const asked: number[] = []
  for (let answer = 1; answer <= 11; answer++) {
    await talk.say('bhyt hộ gia đình một người mua bao nhiêu tiền')
    if (talk.labels().includes('Đúng ý tôi')) asked.push(answer)
  }
  expect(asked).toEqual([1, 6, 11])
  expect(await talk.say('Đúng ý tôi')).toMatchObject([{ verdict: 'helpful', key: 'c11-0' }])
})

test('half a question joined with its other half is one question', async () => {
  const talk = startNoted()
  await talk.say('zxcv qwrt', 1_000)
  const again = await talk.say('hjkl bnmp', 1_000)
  expect(again).toMatchObject([{ kind: 'asked', key: 'c1-0' }])
})
