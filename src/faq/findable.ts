import type { FaqEntry, Programme } from './faq-entry.ts'
import type { Kind, MessageClass } from './out-of-scope.ts'

/** Anything a message can be about: an entry of ours, or a class of messages that are not questions to us. */
export interface Findable {
  readonly id: string
  readonly topics: readonly string[]
  readonly title: string
  readonly asks: readonly string[]
  readonly body: string
  readonly programme: Programme
  readonly entry?: FaqEntry
  readonly notOurs?: Kind
}

export function asFindable(entry: FaqEntry): Findable {
  const { id, topics, title, ask, body, programme } = entry
  return { id, topics, title, asks: ask, body: body.replace(/\{[^}]*\}/g, ' '), programme, entry }
}

export function asOther({ id, ask, kind }: MessageClass): Findable {
  return { id, topics: [], title: '', asks: ask, body: '', programme: 'general', notOurs: kind }
}
