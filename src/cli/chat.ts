import { randomBytes } from 'node:crypto'
import { loadKnowledge } from '../adapters/files/load-knowledge.ts'
import { loadOfficeCalendar } from '../adapters/files/load-office-calendar.ts'
import { loadDemo } from '../adapters/files/load-places.ts'
import { messengerLimits } from '../adapters/messenger/reply-body.ts'
import { zaloLimits } from '../adapters/zalo/reply-body.ts'
import { createBot } from '../bot/bot.ts'
import type { Desk } from '../bot/desk.ts'
import { fitReply } from '../conversation/fit-reply.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Attended } from '../conversation/turn.ts'
import type { DeskWords } from '../faq/desk-words.ts'
import { readOfficeHours } from '../hand-over/office-hours.ts'
import { OfficeTime } from '../hand-over/office-time.ts'
import type { Day } from '../policy/values.ts'
import { openDemoDesk } from './demo-desk.ts'
import { attendedAfter, rehearsalDesk } from './rehearsal.ts'

export interface ChatOptions {
  readonly channel: 'zalo' | 'messenger'
  readonly on: Day
  readonly jsonl: boolean
  readonly root: string
  readonly desk?: DeskWords | undefined
}

const limits = { zalo: zaloLimits, messenger: messengerLimits }
/** Nobody types the next message sooner: each line is a thought of its own. */
const BETWEEN_MS = 30_000

/** One citizen message a line → what the bot says, fitted to the channel: a block of lines, or one JSON line. */
export async function* chatLines(
  lines: Iterable<string> | AsyncIterable<string>,
  options: ChatOptions,
): AsyncGenerator<string> {
  const desk = demoDesk(options.desk)
  const demo = loadDemo(options.root)
  const bot = createBot(loadKnowledge(options.root), desk)
  const office = officeOf(options)
  const host = openDemoDesk(bot, demo)
  let session: string | undefined
  let attended: Attended | undefined
  let at = new Date(`${options.on}T01:00:00Z`).getTime()
  for await (const line of lines) {
    const text = line.trim()
    if (text === '') continue
    at += BETWEEN_MS
    const sentAt = new Date(at)
    const said = { kind: 'words', text, ...(text.startsWith('#') ? { payload: text } : {}) } as const
    const code = randomBytes(8).toString('hex')
    const heard = [{ said, sentAt }] as const
    const turn = await bot.runTurn({ heard, session, today: options.on, code, ...(attended && { attended }) })
    session = turn.session
    attended = attendedAfter(attended, turn.effects)
    const moment = { at: sentAt, today: options.on, leadCode: 'MAU001', office }
    const promised = turn.effects.flatMap((effect) => host.replies(effect, moment))
    const shown = [...turn.replies, ...promised, ...(turn.after ?? [])].flatMap((reply) =>
      fitReply(reply, limits[options.channel]),
    )
    yield options.jsonl ? asJson(text, shown) : shown.map(asText).join('\n')
  }
}

/** The demo province's page, for trying things out: no store, so nothing is kept and nobody is called. */
function demoDesk(desk: DeskWords = { hotline: undefined, officeHours: 'trong giờ hành chính' }): Desk {
  return {
    ...desk,
    operator: 'BHXH tỉnh Nghệ An',
    home: '40',
    privacyUrl: 'http://127.0.0.1:3978/privacy',
    retentionDays: 90,
  }
}

/** Hours that cannot be read ("trong giờ hành chính") are those of most offices. */
function officeOf({ desk, root }: ChatOptions): OfficeTime {
  const hours = readOfficeHours(desk?.officeHours ?? '') ?? readOfficeHours(rehearsalDesk.officeHours) ?? []
  return new OfficeTime(hours, loadOfficeCalendar(root))
}

function asJson(said: string, shown: readonly Reply[]): string {
  const out = shown.map(({ text, buttons }) => ({ text, buttons: buttons.map(({ label }) => label) }))
  return JSON.stringify({ in: said, out })
}

function asText({ text, buttons }: Reply): string {
  const choices = buttons.map(({ label }) => `[${label}]`).join(' ')
  return `Bot: ${text.replaceAll('\n', '\n     ')}${choices === '' ? '' : `\n     ${choices}`}`
}
