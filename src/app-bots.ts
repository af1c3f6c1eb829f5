import { loadKnowledge } from './adapters/files/load-knowledge.ts'
import type { Placed } from './adapters/files/load-places.ts'
import { once } from './app-channels.ts'
import { deskOf } from './app-pages.ts'
import { createBot } from './bot/bot.ts'
import type { Config } from './config.ts'
import type { Page, Pages } from './pages/page.ts'
import type { WorkParts } from './work/work-parts.ts'

/**
 * One bot a page: the same knowledge, said as that page's. This file is slow to load (botbuilder) and slow to run
 * (reads all of knowledge/, builds the search): app.ts does both beside the opening of the database.
 */
export function loadBots(
  config: Config,
  root: string,
  placed: Placed,
): (pages: Pages) => WorkParts['botFor'] {
  const knowledge = loadKnowledge(root, placed)
  return (pages) => {
    const botOf = once((page: Page) => createBot(knowledge, deskOf(config, page)))
    const ofNoPage = createBot(knowledge, deskOf(config, undefined))
    return ({ channel, desk }) => {
      const page = pages.find(channel, desk)
      return page ? botOf(page) : ofNoPage
    }
  }
}
