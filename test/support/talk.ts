import { loadKnowledge } from '../../src/adapters/files/load-knowledge.ts'
import { loadDemo } from '../../src/adapters/files/load-places.ts'
import { createBot } from '../../src/bot/bot.ts'
import { rehearsalDesk, startRehearsal, type Talker } from '../../src/cli/rehearsal.ts'
import type { Bot } from '../../src/conversation/turn.ts'
import type { Day } from '../../src/policy/values.ts'

export const desk = rehearsalDesk
export const knowledge = loadKnowledge('.')
const demo = loadDemo('.')

/** A rehearsal with the knowledge of the repository. */
export function startTalk(today: Day, bot: Bot = createBot(knowledge, desk)): Talker {
  return startRehearsal(today, bot, demo)
}
