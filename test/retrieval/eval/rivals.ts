import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { fold } from '../../../src/conversation/fold.ts'
import type { FaqEntry } from '../../../src/faq/faq-entry.ts'

/** A search that answers the entries it finds, best first. */
export interface Rival {
  readonly name: string
  readonly find: (text: string) => readonly FaqEntry[]
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
