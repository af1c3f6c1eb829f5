import { join } from 'node:path'
import { loadDocuments } from './adapters/files/load-documents.ts'
import { loadAllFaq } from './adapters/files/load-faq.ts'
import { loadKnowledge } from './adapters/files/load-knowledge.ts'
import type { Placed } from './adapters/files/load-places.ts'
import { loadSearchWords } from './adapters/files/load-synonyms.ts'
import { once } from './app-channel-parts.ts'
import type { LiveParts } from './app-knowledge.ts'
import { deskOf } from './app-pages.ts'
import { createBot } from './bot/bot.ts'
import type { Knowledge } from './bot/knowledge.ts'
import type { Config } from './config.ts'
import type { Page, Pages } from './pages/page.ts'
import type { WorkParts } from './work/work-parts.ts'
import { indexBeside } from './workshop/index-beside.ts'

/** What the files say, and bots over whatever is known at the moment. */
export interface Bots extends Pick<LiveParts, 'base' | 'files' | 'register' | 'words' | 'indexOf'> {
  botFor(pages: Pages, now: () => Knowledge): WorkParts['botFor']
}

/**
 * One bot a page: the same knowledge, said as that page's. This file is slow to load (botbuilder) and slow to run
 * (reads all of knowledge/, builds the search): app.ts does both beside the opening of the database.
 */
export function loadBots(config: Config, root: string, placed: Placed): Bots {
  const base = loadKnowledge(root, placed)
  return {
    base,
    files: lazily(() => loadAllFaq(root).map(({ entry }) => entry)),
    register: lazily(() => loadDocuments(join(root, 'knowledge', 'documents.yaml'))),
    words: lazily(() => loadSearchWords(root)),
    indexOf: (entries) => indexBeside(root, entries),
    botFor: (pages, now) => {
      const botsOf = once((known: Knowledge) => botsKnowing(known, config))
      return ({ channel, desk }) => botsOf(now())(pages.find(channel, desk))
    },
  }
}

function botsKnowing(known: Knowledge, config: Config) {
  const botOf = once((page: Page) => createBot(known, deskOf(config, page)))
  const ofNoPage = createBot(known, deskOf(config, undefined))
  return (page: Page | undefined) => (page ? botOf(page) : ofNoPage)
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined
  return () => (made ??= { it: make() }).it
}
