import { loadKnowledge } from '../../src/adapters/files/load-knowledge.ts'
import { loadDemo } from '../../src/adapters/files/load-places.ts'
import { createBot } from '../../src/bot/bot.ts'
import { rehearsalDesk, rehearsalOffice, startRehearsal, type Talker } from '../../src/cli/rehearsal.ts'
import type { Bot } from '../../src/conversation/turn.ts'
import type { Day } from '../../src/policy/values.ts'

export const desk = rehearsalDesk
export const knowledge = loadKnowledge('.')
const demo = loadDemo('.')
const office = rehearsalOffice('.')

/** A rehearsal with the knowledge of the repository. */
export function startTalk(today: Day, bot: Bot = createBot(knowledge, desk), hour?: number): Talker {
  return startRehearsal(today, bot, demo, { office, ...(hour !== undefined && { hour }) })
}
