import { isServed, overlaid } from './answers/overlay.ts'
import type { AnswerStore, ServedChange } from './answers/ports.ts'
import { isAskedAlike, isSameList } from './answers/same-list.ts'
import type { AnswerText, Revision } from './answers/revision.ts'
import type { Knowledge } from './bot/knowledge.ts'
import { type Finder, finderInSteps } from './faq/finder.ts'
import type { SearchWords } from './faq/answer.ts'
import type { MadeSearch } from './faq/search.ts'
import { inSlices } from './in-slices.ts'
import { followLaw, type LawParts } from './app-law.ts'
import type { LiveLaw } from './decrees/desk.ts'
import type { DecreeStore } from './decrees/ports.ts'
import type { Decree } from './decrees/revision.ts'
import type { Day } from './policy/values.ts'
import type { Bus } from './ports.ts'

/** What the bot knows now: the files, with what was published over them. */
export interface LiveKnowledge {
  readonly now: () => Knowledge
  /** Grows with every publication. */
  version(): number
  /** Every answer, also those out of service, and which of them come from a revision. */
  answers(): { readonly texts: readonly AnswerText[]; readonly revisions: readonly Revision[] }
  /** The numbers and documents of the law: the files, with the decrees that were published over them. */
  law(): LiveLaw
  /** The answers of the files alone. */
  files(): readonly AnswerText[]
  /** Looks at once, and tells the other instances to. */
  published(): Promise<void>
  close(): Promise<void>
}

export interface LiveParts {
  readonly base: Knowledge
  /** Every answer of the files, also those that are not served. */
  readonly files: () => readonly AnswerText[]
  readonly words: () => SearchWords
  readonly indexOf: (entries: readonly AnswerText[]) => Promise<MadeSearch>
  readonly revisions: AnswerStore
  readonly decrees: Pick<DecreeStore, 'published'>
  /** The documents of the files; read when somebody first looks. */
  readonly register: LawParts['register']
  readonly bus: Bus
  readonly today: () => Day
  readonly alarm: (what: string, detail: Readonly<Record<string, string>>) => void
}

const LOOK_EVERY_MS = 1_000
const TOPIC = 'knowledge'

/**
 * Follows publications: another look every second, and at once when the bus says so. New words are said at once; the
 * search for new ways of asking follows as soon as its index is made, in a thread beside.
 */
export async function openLiveKnowledge(parts: LiveParts): Promise<LiveKnowledge> {
  const live = new Following(parts)
  await live.look()
  const stopHearing = await parts.bus.subscribe(TOPIC, () => void live.lookCalmly())
  const timer = setInterval(() => void live.lookCalmly(), LOOK_EVERY_MS)
  timer.unref()
  return {
    now: () => live.knowledge,
    version: () => live.version,
    answers: () => live.answers(),
    law: () => live.law(),
    files: parts.files,
    async published() {
      await live.look()
      await parts.bus.publish(TOPIC, String(live.version))
    },
    async close() {
      clearInterval(timer)
      await stopHearing()
      await live.looking
    },
  }
}

class Following {
  readonly #parts: LiveParts
  knowledge: Knowledge
  version = 0
  looking: Promise<void> = Promise.resolve()
  #served: ReadonlyMap<string, Revision> = new Map()
  #revisions: readonly Revision[] = []
  #texts: readonly AnswerText[] | undefined // until something else is served
  readonly #law: ReturnType<typeof followLaw>
  #day: Day | undefined
  #indexed: readonly AnswerText[]

  constructor(parts: LiveParts) {
    this.#parts = parts
    this.knowledge = parts.base
    this.#indexed = parts.base.entries
    this.#law = followLaw({ files: parts.base.policy, register: parts.register })
  }

  answers() {
    this.#texts ??= overlaid(
      this.#parts.files(),
      this.#revisions.map(({ text }) => text),
    )
    return { texts: this.#texts, revisions: this.#revisions }
  }

  law(): LiveLaw {
    return this.#law.now()
  }

  /** One look after the other. */
  look(): Promise<void> {
    const next = this.looking.then(() => this.#look())
    this.looking = next.catch(() => undefined)
    return next
  }

  async lookCalmly(): Promise<void> {
    await this.look().catch((error: unknown) =>
      this.#parts.alarm('answers not read', { error: error instanceof Error ? error.name : '' }),
    )
  }

  async #look(): Promise<void> {
    const { revisions, decrees, today } = this.#parts
    await revisions.publishDue()
    const day = today()
    if (day === this.#day && (await revisions.version()) === this.version) return
    const { version, changes } = await revisions.servedSince(this.version)
    const published = await decrees.published() // read after the version: what comes in between is seen with the next look
    await inSlices(this.#follow(changes, published, day))
    this.version = version
    this.#day = day
  }

  *#follow(
    changes: readonly ServedChange[],
    published: readonly Decree[],
    day: Day,
  ): Generator<undefined, void> {
    this.#take(changes)
    yield
    this.#obey(published)
    yield
    yield* this.#serve(day)
  }

  /** Only what changed was read: the rest stays the very objects it was, which is how they are compared. */
  #take(changes: readonly ServedChange[]): void {
    if (changes.length === 0) return
    const served = new Map(this.#served)
    for (const { entry, revision } of changes)
      if (revision) served.set(entry, revision)
      else served.delete(entry)
    this.#served = served
    this.#revisions = [...served.values()].sort((a, b) => (a.entry < b.entry ? -1 : 1)) // an order that stays
    this.#texts = undefined
  }

  /** The law with what was published over it, from the next turn on. */
  #obey(decrees: readonly Decree[]): void {
    const book = this.#law.obey(decrees)
    if (book !== this.knowledge.policy) this.knowledge = { ...this.knowledge, policy: book }
  }

  *#serve(day: Day): Generator<undefined, void> {
    const { base } = this.#parts
    const isPlain = this.#revisions.length === 0 && base.entries.every((entry) => isServed(entry, day))
    const all = isPlain ? undefined : this.answers().texts
    yield
    const entries = all === undefined ? base.entries : all.filter((text) => isServed(text, day))
    if (isSameList(entries, this.knowledge.entries)) return
    this.knowledge = { ...this.knowledge, entries }
    yield
    if (entries === base.entries) this.#found(entries, base.finder)
    else if (!isSameList(entries, this.#indexed, isAskedAlike)) void this.#index(entries)
  }

  async #index(entries: readonly AnswerText[]): Promise<void> {
    const { indexOf, words, alarm } = this.#parts
    try {
      const finder = await inSlices(finderInSteps(entries, words(), await indexOf(entries)))
      if (isSameList(entries, this.knowledge.entries)) this.#found(entries, finder)
    } catch (error) {
      alarm('search index not made', { error: error instanceof Error ? error.name : '' })
    }
  }

  #found(entries: readonly AnswerText[], finder: Finder): void {
    this.#indexed = entries
    this.knowledge = { ...this.knowledge, finder }
  }
}
