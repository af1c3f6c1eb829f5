import { expect, test } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import { fitReply } from '../../src/conversation/fit-reply.ts'
import type { Said } from '../../src/conversation/said.ts'
import type { Turn } from '../../src/conversation/turn.ts'
import { desk, knowledge } from '../support/talk.ts'

const bot = createBot(knowledge, desk)
const contact = {
  phone: '+84912000111',
  name: 'Nguyễn Thị Lan',
  commune: 'Phường Thành Vinh, Tỉnh Nghệ An',
} as const
const shared: Said = { kind: 'shared', contact }

/** Says one after the other; answers the last turn. */
async function talk(...all: readonly (Said | string)[]): Promise<Turn> {
  let session: string | undefined
  let last: Turn | undefined
  for (const [i, one] of all.entries()) {
    const said: Said = typeof one === 'string' ? { kind: 'words', text: one } : one
    const heard = [{ said, sentAt: new Date(Date.UTC(2026, 10, 24, 2, i)) }] as const
    last = await bot.runTurn({ heard, session, today: '2026-11-24', code: `c0de${i}` })
    session = last.session
  }
  if (!last) throw new Error('nothing was said')
  return last
}

const textOf = ({ replies }: Turn) => replies.map(({ text }) => text).join('\n')
const formsIn = ({ replies }: Turn) => replies.filter(({ form }) => form === 'contact').length
const toName = ['nhờ gọi lại', 'cho tôi', 'đủ rồi', 'tôi đồng ý']

test('after they agreed the form is offered once, before the question it may answer', async () => {
  expect(formsIn(await talk(...toName.slice(0, -1)))).toBe(0)
  const asked = await talk(...toName)
  expect(asked.replies.map(({ form }) => form)).toEqual(['contact', undefined])
  expect(formsIn(await talk(...toName, 'cô Lan'))).toBe(0)
  expect(formsIn(await talk(...toName, 'bhyt hộ gia đình giá bao nhiêu'))).toBe(0) // the same question, asked again
})

test('what it tells answers three questions; the number is read back all the same, and the lead holds it', async () => {
  const told = await talk(...toName, shared)
  expect(textOf(told)).toContain('0912 000 111')
  expect(textOf(await talk(...toName, shared, 'đúng rồi'))).toContain('nghe máy')
  const done = await talk(...toName, shared, 'đúng rồi', 'buổi sáng', 'bhyt hộ gia đình', 'bỏ qua')
  expect(done.effects).toMatchObject([
    {
      do: 'capture-lead',
      lead: { addressAs: 'Nguyễn Thị Lan', phone: '+84912000111', commune: { name: 'Phường Thành Vinh' } },
    },
  ])
})

test('shared at a later question, it answers what is left and changes nothing they have said', async () => {
  const done = await talk(...toName, 'cô Lan', shared, 'đúng rồi', 'buổi sáng', 'bhyt hộ gia đình', 'bỏ qua')
  expect(done.effects).toMatchObject([{ lead: { addressAs: 'cô Lan', phone: '+84912000111' } }])
})

test('a name no one can be called by, or a place nobody knows, is asked', async () => {
  const odd: Said = { kind: 'shared', contact: { phone: '+84912000111', name: '???', commune: 'Mặt Trăng' } }
  expect(textOf(await talk(...toName, odd))).toContain('xưng hô')
  expect(textOf(await talk(...toName, odd, 'cô Lan', 'đúng rồi'))).toContain('xã, phường nào')
})

test('before they agreed nothing of it is kept: they are asked to agree', async () => {
  const early = await talk(...toName.slice(0, -1), shared)
  expect(early.session).not.toContain('912000111')
  expect(early.session).not.toContain('Nguyễn Thị Lan')
  expect(early.effects).toEqual([])
})

test('it is the writer’s: never offered or taken when a parent is to be called', async () => {
  const forParent = ['nhờ gọi lại', 'cho bố mẹ', 'đủ rồi', 'tôi đồng ý', 'gọi người nhà', 'tôi đồng ý']
  const asked = await talk(...forParent)
  expect(textOf(asked)).toContain('xưng hô')
  expect(formsIn(asked)).toBe(0)
  expect((await talk(...forParent, 'bác Hoa', shared)).session).not.toContain('Nguyễn Thị Lan')
})

test('with nothing open, a shared number is a number typed unasked', async () => {
  const alone = await talk('menu', shared)
  expect(textOf(alone)).toBe(textOf(await talk('menu', '+84912000111')))
})

test('a channel without forms shows none, and loses no word of the question', async () => {
  const { replies } = await talk(...toName)
  const plain = { textLength: 2_000, buttons: 5, buttonLength: 100 }
  expect(replies.flatMap((reply) => fitReply(reply, plain))).toEqual(replies.slice(1))
  expect(replies.flatMap((reply) => fitReply(reply, { ...plain, forms: ['contact'] }))).toEqual(replies)
})
