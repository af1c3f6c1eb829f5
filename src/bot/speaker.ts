import type { CopyBook } from '../conversation/copy-book.ts'
import type { Button, Reply } from '../conversation/reply.ts'
import { fillHoles } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'
import type { Desk } from './desk.ts'
import type { Knowledge } from './knowledge.ts'
import { payload } from '../conversation/meant-by.ts'

/** Words without a number of the law read the same on every day. */
export const ANY_DAY: Day = '2026-01-01'

/** Words that quote a number nobody knows on that day. */
export class NoFigure extends Error {
  override readonly name = 'NoFigure'
}

/** The bot's words on one day: every journey's and its own, with the desk's facts and the law's numbers filled in. */
export class Speaker {
  readonly #knowledge: Knowledge
  readonly #desk: Desk
  readonly #fill: (text: string) => string

  constructor(knowledge: Knowledge, desk: Desk, today: Day) {
    this.#knowledge = knowledge
    this.#desk = desk
    this.#fill = (text) => withLaw(text, today, knowledge.policy)
  }

  /** Words that belong to no journey; "key.no-hotline" is said instead where no hotline is configured. */
  home(key: string, values: Readonly<Record<string, string>> = {}): readonly string[] {
    const book = this.#on(this.#knowledge.home)
    const without = `${key}.no-hotline`
    const chosen = this.#desk.hotline === undefined && book.has(without) ? without : key
    return book.say(chosen, { ...this.#facts(), ...values })
  }

  /** The first key of a journey that has words; what many journeys say alike stands in the words of home. */
  journey(id: string, keys: readonly string[], values: Readonly<Record<string, string>>): readonly string[] {
    const books = [this.#knowledge.copies.get(id), this.#knowledge.home]
    for (const copy of books) {
      const key = keys.find((one) => copy?.has(one))
      if (copy && key !== undefined) return this.#on(copy).say(key, { ...this.#facts(), ...values })
    }
    throw new Error(`dialogs/${id}: no words for ${keys.join(' or ')}`)
  }

  /** Are there such words, of the journey or of home? */
  has(id: string, key: string): boolean {
    return this.#knowledge.copies.get(id)?.has(key) === true || this.#knowledge.home.has(key)
  }

  /** Buttons that lead somewhere: journeys by id, and home words such as "menu"; each once. */
  offers(names: readonly string[]): readonly Button[] {
    return [...new Set(names)].map((name) => ({
      label: this.home(`go.${name}`).join(' '),
      payload: payload.go(name),
    }))
  }

  #on(book: CopyBook): CopyBook {
    return book.on(this.#fill)
  }

  #facts(): Readonly<Record<string, string>> {
    const { operator, hotline = '', officeHours, privacyUrl, retentionDays } = this.#desk
    const contact = hotline === '' ? 'cơ quan BHXH cơ sở gần nhà' : `số ${hotline}, ${officeHours}`
    return { operator, hotline, officeHours, contact, privacy: privacyUrl, days: String(retentionDays) }
  }
}

/** Messages, with the buttons on the last one. */
export function asReplies(messages: readonly string[], buttons: readonly Button[] = []): readonly Reply[] {
  return messages.map((text, i) => ({ text, buttons: i === messages.length - 1 ? buttons : [] }))
}

/** Numbers of the law by name. Words that quote a number nobody knows on that day must not be sent. */
function withLaw(text: string, today: Day, policy: PolicyBook): string {
  if (!text.includes('{')) return text
  const { text: filled, missing } = fillHoles(text, today, policy)
  if (missing.length > 0) throw new NoFigure(`no value on ${today} for ${missing.join(', ')}`)
  return filled
}
