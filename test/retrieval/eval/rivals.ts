import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { fold } from '../../../src/conversation/fold.ts'
import type { FaqEntry } from '../../../src/faq/faq-entry.ts'

/** What a search answers: an entry, or a topic of the list. */
type Served = Pick<FaqEntry, 'topics'>

/** A search that answers what it finds, best first. */
export interface Rival {
  readonly name: string
  readonly find: (text: string) => readonly Served[]
}

/**
 * The two searches as they come over the bare list of topics, without our ways of asking: what someone has who brings a
 * list and a library. Not the same entries; the ratios of the report are over the same entries.
 */
export function topicRivals(
  topics: readonly { readonly id: string; readonly label: string }[],
): readonly Rival[] {
  const served = topics.map(({ id, label }) => ({ id, label, topics: [id] }))
  const fuse = new Fuse(served, { keys: ['label'] })
  const mini = new MiniSearch({ fields: ['label'], storeFields: ['topics'] })
  mini.addAll(served)
  return [
    { name: 'fuse.js default', find: (text) => fuse.search(text, { limit: KEPT }).map(({ item }) => item) },
    {
      name: 'MiniSearch default',
      find: (text) =>
        mini
          .search(text)
          .slice(0, KEPT)
          .map(({ id }) => ({ topics: [String(id)] })),
    },
  ]
}

const KEPT = 5
const fields = ['title', 'ask', 'body']

/** Well-known searches over the same entries: as they come, and with tone marks folded. */
export function rivals(entries: readonly FaqEntry[]): readonly Rival[] {
  const folded = entries.map((entry) => ({
    ...{ entry, title: fold(entry.title), body: fold(entry.body) },
    ask: entry.ask.map(fold),
  }))
  const fuse = new Fuse(entries, { keys: fields })
  const fuseFolded = new Fuse(folded, { keys: fields, useTokenSearch: true, ignoreLocation: true })
  return [
    { name: 'fuse.js default', find: (text) => fuse.search(text, { limit: KEPT }).map(({ item }) => item) },
    {
      name: 'fuse.js folded, token search',
      find: (text) => fuseFolded.search(fold(text), { limit: KEPT }).map(({ item }) => item.entry),
    },
    { name: 'MiniSearch default', find: miniSearch(entries, (text) => text) },
    { name: 'MiniSearch folded', find: miniSearch(entries, fold) },
  ]
}

function miniSearch(entries: readonly FaqEntry[], read: (text: string) => string): Rival['find'] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const mini = new MiniSearch<{ id: string; title: string; ask: string; body: string }>({ fields })
  mini.addAll(
    entries.map(({ id, title, ask, body }) => ({
      ...{ id, title: read(title), ask: read(ask.join('. ')), body: read(body) },
    })),
  )
  return (text) =>
    mini
      .search(read(text))
      .slice(0, KEPT)
      .flatMap(({ id }) => byId.get(String(id)) ?? [])
}
