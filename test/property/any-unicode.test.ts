import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import { keepableText } from '../../src/conversation/keepable-text.ts'
import { desk, knowledge } from '../support/talk.ts'

// Whatever Unicode somebody sends, wherever a talk stands: an answer, nothing thrown, and soon.

const bot = createBot(knowledge, desk)
const MOST_WORK_US = 5_000_000 // of this process, however busy the machine is; it is some milliseconds

/** What was said before. */
const before: readonly (readonly string[])[] = [
  [],
  ['menu'],
  ['tính bhxh tự nguyện'],
  ['tính bhxh tự nguyện', 'hộ nghèo'],
  ['tính bhyt hộ gia đình'],
  ['tìm điểm thu'],
  ['nhờ gọi lại', 'cho tôi', 'đủ', 'Tôi đồng ý'],
  ['nhờ gọi lại', 'cho tôi', 'đủ', 'Tôi đồng ý', 'cô Lan'],
  ['xem lương hưu'],
  ['dữ liệu của tôi'],
]

/** Halves of surrogate pairs and every other unit of UTF-16. */
const utf16 = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units))
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  utf16,
)
/** The same again and again, up to 20,000 characters: what slow patterns choke on. */
const long = fc
  .tuple(
    fc.oneof(
      piece,
      fc.constantFrom('bhxh ', '1', '1.', ' ', '\n', '0912', 'ạ', '\u0301', 'a\u200d', '🇻🇳', '((', 'xã '),
    ),
    fc.integer({ min: 1, max: 4_000 }),
  )
  .map(([text, times]) => text.repeat(times).slice(0, 20_000))

test('any Unicode anywhere in a talk is answered', async () => {
  const talks = new Map<readonly string[], string | undefined>()
  for (const lines of before) talks.set(lines, await sessionAfter(lines))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...before),
      fc.oneof({ weight: 3, arbitrary: piece }, long),
      async (lines, text) => {
        const began = process.cpuUsage()
        const { replies } = await say(talks.get(lines), keepableText(text))
        expect(process.cpuUsage(began).user).toBeLessThan(MOST_WORK_US)
        expect(replies.filter((reply) => reply.text.trim() !== '')).not.toEqual([])
        expect(replies.every((reply) => !/\p{Cs}/u.test(reply.text))).toBe(true)
      },
    ),
    { numRuns: 400 },
  )
}, 120_000)

async function sessionAfter(lines: readonly string[]): Promise<string | undefined> {
  let session: string | undefined
  for (const text of lines) ({ session } = await say(session, text))
  return session
}

function say(session: string | undefined, text: string) {
  const heard = [{ said: { kind: 'words', text }, sentAt: new Date('2026-11-24T03:00:00Z') }] as const
  return bot.runTurn({ heard, session, today: '2026-11-24', code: '00000001' })
}
