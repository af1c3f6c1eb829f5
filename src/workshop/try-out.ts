import { messengerLimits } from '../adapters/messenger/reply-body.ts'
import { zaloLimits } from '../adapters/zalo/reply-body.ts'
import type { ToTry, Tried, Why } from '../answers/gate.ts'
import { createBot } from '../bot/bot.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { rehearsalDesk } from '../cli/rehearsal.ts'
import { fitReply } from '../conversation/fit-reply.ts'
import { fold } from '../conversation/fold.ts'
import type { Bot } from '../conversation/turn.ts'

const LIKELY = 4
const limits = { zalo: zaloLimits, messenger: messengerLimits }
const ASK_WHY = 'vì sao ra số này?'

/** One message to the bot that knows the draft, on any day; nothing is kept and nobody is called. */
export async function tryOut(
  known: Knowledge,
  given: Omit<ToTry, 'texts' | 'changes' | 'draft'>,
): Promise<Tried> {
  const bot = createBot(known, rehearsalDesk)
  const { on, said, payload, session, channel, at } = given
  const words = { kind: 'words', text: said, ...(payload === undefined ? {} : { payload }) } as const
  const turn = await bot.runTurn({
    ...{ heard: [{ said: words, sentAt: new Date(at) }], session, today: on },
    code: at.toString(16).padStart(8, '0'),
  })
  return {
    replies: turn.replies.flatMap((reply) => fitReply(reply, limits[channel])),
    session: turn.session,
    why: payload === undefined ? whyOf(known, said) : undefined,
    steps: await stepsOf(bot, turn.session, given),
  }
}

/** What the bot itself would say to "vì sao ra số này?", if it has something to say. */
async function stepsOf(
  bot: Bot,
  session: string,
  { on, at }: Pick<ToTry, 'on' | 'at'>,
): Promise<readonly string[]> {
  const heard = [{ said: { kind: 'words', text: ASK_WHY }, sentAt: new Date(at + 60_000) }] as const
  const { replies } = await bot.runTurn({ heard, session, today: on, code: 'ffffffff' })
  return replies.flatMap(({ text }) => text.split('\n')).filter((line) => /^\d+\. /.test(line))
}

function whyOf({ finder }: Knowledge, said: string): Why {
  const { kind, entries, because } = finder.ask(said)
  const signals = new Map(because.ranked.map((one) => [one.id, one.signals]))
  return {
    ...{ kind, ours: because.ours, sure: because.sure },
    repaired: because.repaired.map(([typed, read]) => `${typed} → ${read}`),
    likely: entries.slice(0, LIKELY).map(({ entry, score }) => ({
      ...{ id: entry.id, title: entry.title, score },
      phrase: nearest(said, entry.ask),
      signals: signals.get(entry.id) ?? {},
    })),
  }
}

/** The way of asking that shares most words with what was said. */
function nearest(said: string, asks: readonly string[]): string {
  const typed = new Set(fold(said).split(/\s+/))
  const likeness = (ask: string) => {
    const words = new Set(fold(ask).split(/\s+/))
    const shared = [...words].filter((word) => typed.has(word)).length
    return shared / Math.sqrt(words.size * typed.size)
  }
  return asks.reduce((best, ask) => (likeness(ask) > likeness(best) ? ask : best), asks[0] ?? '')
}
