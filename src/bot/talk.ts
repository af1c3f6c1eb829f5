import type { Effect } from '../conversation/effect.ts'
import type { Asking, Moved } from '../conversation/journey.ts'
import type { QuestionNote } from '../conversation/question-note.ts'
import { isLookUp } from '../conversation/look-ups.ts'
import type { SharedContact } from '../conversation/said.ts'
import type { Button, Reply } from '../conversation/reply.ts'
import type { Attended, TurnInput } from '../conversation/turn.ts'
import type { World } from '../../dialogs/world.ts'
import type { Brain } from './brain.ts'
import type { Open } from './host.ts'
import type { Move } from './journey-dialog.ts'
import type { Memory } from './session.ts'
import { asReplies, Speaker } from './speaker.ts'
import { programmeOf } from './programme-of.ts'
import { choiceButtons } from './choice-buttons.ts'

/** `key`: what the thought is known by, should it be a question. */
export type ThoughtInput = Pick<TurnInput, 'today' | 'code'> & {
  readonly key: string
  /** A person of the desk has the talk, or is waited for. */
  readonly attended: Attended | undefined
}

/** One thought being answered: what is said, what is remembered and what follows grows here, and nowhere else. */
export class Talk {
  readonly brain: Brain
  readonly speaker: Speaker
  readonly today: TurnInput['today']
  readonly #code: string
  readonly #replies: Reply[] = []
  readonly #after: Reply[] = []
  #out = this.#replies
  readonly #effects: Effect[] = []
  readonly #notes: QuestionNote[] = []
  readonly key: string
  memory: Memory
  /** False for what might have been half a thought: more words within two seconds may complete it. */
  understood = true

  constructor(brain: Brain, memory: Memory, input: ThoughtInput) {
    this.brain = brain
    this.memory = memory
    this.today = input.today
    this.#code = input.code
    this.key = input.key
    this.speaker = new Speaker(brain.knowledge, brain.desk, input.today)
  }

  get replies(): readonly Reply[] {
    return this.#replies
  }

  /** What is said after the host's own words. */
  get after(): readonly Reply[] {
    return this.#after
  }

  get effects(): readonly Effect[] {
    return this.#effects
  }

  get notes(): readonly QuestionNote[] {
    return this.#notes
  }

  get world(): World {
    const { knowledge, desk, consent } = this.brain
    const { policy, places, scams } = knowledge
    const { programme = 'general', explained, quote, persona } = this.memory
    const talk = { programme, explained, quote, persona }
    const known = { policy, places, scams, home: desk.home, consent }
    return { ...known, today: this.today, code: this.#code, talk }
  }

  say(messages: readonly string[], buttons: readonly Button[] = []): void {
    this.#out.push(...asReplies(messages, buttons))
    if (messages.length > 0) this.remember({ offered: [...buttons] })
  }

  /** Words of the bot's own, by key, with where they lead. */
  sayHome(key: string, offers: readonly string[] = []): void {
    this.say(this.speaker.home(key), this.speaker.offers(offers))
  }

  remember(change: Partial<Memory>): void {
    this.memory = { ...this.memory, ...change }
  }

  note(note: QuestionNote): void {
    this.#notes.push(note)
  }

  follow(effect: Effect): void {
    this.#effects.push(effect)
  }

  get open() {
    return this.brain.host.open(this.memory.dialogs)
  }

  /** The journey that is open, or the one whose sum was shown last: its answers can be taken back. */
  get changeable(): Open | undefined {
    const { finished } = this.memory
    const journey = this.brain.host.named(finished?.journey ?? '')
    return this.open ?? (journey && finished && { journey, progress: { ...finished, asking: '' } })
  }

  async begin(journey: string, move?: Move): Promise<void> {
    const { moved, state } = await this.brain.host.begin(journey, this.world, move)
    const programme = programmeOf[journey] ?? this.memory.programme
    this.remember({ dialogs: state, misses: 0, programme, finished: undefined })
    this.#tell(journey, moved)
  }

  /** Takes back the last answer, or one by name. */
  async takeBack(name?: string): Promise<void> {
    const { open, changeable } = this
    if (open) return this.move({ kind: 'take-back', name })
    if (!changeable) return
    await this.begin(changeable.journey.id, { kind: 'reopen', progress: changeable.progress, name })
  }

  /** Moves the open journey on; says nothing when none is open. */
  async move(move: Move): Promise<void> {
    const { open } = this
    if (!open) return
    const { moved, state } = await this.brain.host.move(this.memory.dialogs, move, this.world)
    this.remember({ dialogs: state })
    this.#tell(open.journey.id, moved, move.kind !== 'again')
  }

  /** A contact form, where the open journey wants one now; false where it does not. */
  async take(contact: SharedContact): Promise<boolean> {
    const { open } = this
    if (open?.journey.take(open.progress, contact, this.world) === undefined) return false
    await this.move({ kind: 'take', contact })
    return true
  }

  /** A message that tells itself what it is about. When it tells all there is to ask, a journey that is open stays open. */
  async concern(journey: string, text: string): Promise<void> {
    const { host } = this.brain
    const known = host.named(journey)?.hears(text, this.world) ?? {}
    const { open } = this
    const told = { kind: 'told', known } as const
    const { moved } = await host.begin(journey, this.world, told)
    if (!open || open.journey.id === journey || moved.kind === 'asking') return this.begin(journey, told)
    this.remember({ misses: 0 })
    this.#finish(journey, moved)
    if (moved.end.effects.some(isLookUp)) this.#out = this.#after // the host has the word first
    await this.resume()
  }

  /** After a side question: back to where the journey stands. */
  async resume(): Promise<void> {
    if (!this.open) return
    this.say(this.speaker.home('resumed'))
    await this.move({ kind: 'again' })
  }

  /** `isNew`: the question was not the open one before. */
  #tell(journey: string, moved: Moved, isNew = true): void {
    if (moved.kind === 'asking' && moved.form && moved.understood && isNew) this.#offerForm(journey)
    if (moved.kind === 'asking') this.#ask(journey, moved)
    else this.#finish(journey, moved)
  }

  #ask(journey: string, { progress: { asking }, choices, with: values, note, understood }: Asking): void {
    const before = note === undefined ? [] : this.speaker.journey(journey, [note], values)
    const keys = understood ? [`ask.${asking}`] : [`again.${asking}`, `ask.${asking}`]
    const words = this.speaker.journey(journey, keys, values)
    const sealed = this.open?.journey.questions[asking]?.sealed === true
    this.say(
      [...before, ...words],
      choiceButtons(this.speaker, journey, choices, sealed ? this.#code : undefined),
    )
    this.understood &&= understood
  }

  #offerForm(journey: string): void {
    const text = this.speaker.journey(journey, ['form.contact'], {}).join('\n')
    this.#out.push({ text, buttons: [], form: 'contact' })
  }

  #finish(journey: string, { end: ending, answers }: Extract<Moved, { kind: 'ended' }>): void {
    const { end, with: values, before, also, effects, offers, receipts } = ending
    const words = [...before, `end.${end}`, ...also].flatMap((key) =>
      this.speaker.journey(journey, [key], values),
    )
    this.say(words, this.speaker.offers(offers))
    this.#effects.push(...effects)
    if (effects.some((effect) => effect.do === 'capture-lead')) this.remember({ expectsCode: true })
    const [receipt] = receipts
    if (receipt !== undefined) {
      const quote = { on: this.today, say: words.join('\n\n'), receipt }
      const shown = { receipts: [...receipts], on: this.today }
      this.remember({ quote, shown, finished: { journey, answers: { ...answers } } })
    }
  }
}
