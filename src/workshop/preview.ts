import { messengerLimits } from '../adapters/messenger/reply-body.ts'
import { zaloLimits } from '../adapters/zalo/reply-body.ts'
import type { AnswerText } from '../answers/revision.ts'
import { createBot } from '../bot/bot.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { rehearsalDesk } from '../cli/rehearsal.ts'
import { fitReply } from '../conversation/fit-reply.ts'
import { payload } from '../conversation/meant-by.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Day } from '../policy/values.ts'
import { withDraft } from './knowing.ts'

export interface Previewed {
  readonly zalo: readonly Reply[]
  readonly messenger: readonly Reply[]
}

/** The messages a citizen would get, fitted to each platform, when they ask for this answer on a day. */
export async function preview(known: Knowledge, text: AnswerText, on: Day): Promise<Previewed> {
  const entry: AnswerText = { ...text, status: 'approved' }
  const bot = createBot({ ...known, entries: withDraft(known.entries, entry) }, rehearsalDesk)
  const said = { kind: 'words', text: entry.title, payload: payload.faq(entry.id) } as const
  const heard = [{ said, sentAt: new Date(0) }] as const
  const greeted = await bot.runTurn({
    heard: [{ said: { kind: 'arrived' }, sentAt: new Date(0) }],
    session: undefined,
    today: on,
    code: '00000000',
  })
  const { replies } = await bot.runTurn({ heard, session: greeted.session, today: on, code: '00000000' })
  return {
    zalo: replies.flatMap((reply) => fitReply(reply, zaloLimits)),
    messenger: replies.flatMap((reply) => fitReply(reply, messengerLimits)),
  }
}
