import type { Journey, Moved, Plan, Progress, Retold, Spoken } from './journey.ts'
import { isSkip } from './read-command.ts'
import type { SharedContact } from './said.ts'
import { readYesNo } from './read-yes-no.ts'

type Answers = Readonly<Record<string, unknown>>

/** Makes a journey of a plan: `next` decides, everything else is the same for all of them. */
export function defineJourney<A extends object, EndName extends string, World>(
  plan: Plan<A, EndName, World>,
): Journey<World> {
  return new Planned(plan)
}

class Planned<A extends object, EndName extends string, World> implements Journey<World> {
  readonly id: string
  readonly questions: Journey<World>['questions']
  readonly ends: Journey<World>['ends']
  readonly #plan: Plan<A, EndName, World>
  readonly #falls: Readonly<Record<string, readonly string[] | undefined>>

  constructor(plan: Plan<A, EndName, World>) {
    this.id = plan.id
    // A journey is run by name, not by type: each answer came from its own question's `read`.
    this.questions = plan.questions
    this.ends = plan.ends
    this.#plan = plan
    this.#falls = plan.falls ?? {} // the same names
  }

  begin(world: World, known: Answers = {}): Moved {
    return this.#look(known, world)
  }

  hears(text: string, world: World): Answers {
    const heard = Object.entries(this.#plan.hear?.(text, world) ?? {})
    return Object.fromEntries(heard.filter(([, value]) => value !== undefined))
  }

  understands(progress: Progress, said: Spoken, world: World): boolean {
    return this.#valueOf(progress, said, world) !== undefined
  }

  answer(progress: Progress, said: Spoken, world: World): Moved {
    const { answers, asking } = progress
    if (!this.questions[asking]) return this.#look(answers, world) // a release removed this question
    const value = this.#valueOf(progress, said, world)
    if (value === undefined) {
      const retold = this.retell(progress, said, world, 'missing')
      return retold ? noted(this.#look(retold, world)) : this.#again(progress, world, false)
    }
    return this.#look({ ...this.#without(answers, asking), [asking]: value }, world)
  }

  take({ answers }: Progress, contact: SharedContact, world: World): Moved | undefined {
    const given = this.#plan.take?.(contact, answers as Partial<A>, world) // see the constructor
    if (!given) return undefined
    const known = Object.entries(given).filter(([, value]) => value !== undefined)
    const kept = known.reduce<Answers>((left, [name]) => this.#without(left, name), answers)
    return this.#look({ ...kept, ...Object.fromEntries(known) }, world)
  }

  retell({ answers, asking }: Progress, said: Spoken, world: World, among: 'missing' | 'all'): Retold {
    if (!tells(said.text) || this.questions[asking]?.sealed) return undefined // nothing is kept before consent
    const heard = Object.entries(this.hears(said.text, world)).filter(([name]) => !(name in answers))
    if (heard.length > 0) return { ...answers, ...Object.fromEntries(heard) }
    const open = Object.entries(this.questions).filter(
      ([name, { free, sealed }]) => !free && !sealed && (among === 'all' || !(name in answers)),
    )
    const [only, another] = open.flatMap(([name, question]) => {
      const value = question.read(said, world, answers)
      return value === undefined ? [] : [{ name, value }]
    })
    return only && !another ? { ...this.#without(answers, only.name), [only.name]: only.value } : undefined
  }

  takeBack({ answers }: Progress, world: World, name = Object.keys(answers).at(-1)): Moved {
    return this.#look(name === undefined ? {} : this.#without(answers, name), world)
  }

  again(progress: Progress, world: World): Moved {
    return this.#again(progress, world, true)
  }

  #next(answers: Answers, world: World) {
    return this.#plan.next(answers as Partial<A>, world) // see the constructor
  }

  #look(answers: Answers, world: World): Moved {
    const next = this.#next(answers, world)
    if ('end' in next) return { kind: 'ended', end: next, answers }
    return this.#asking({ answers, asking: next.ask }, world, { ...next, understood: true })
  }

  #again(progress: Progress, world: World, understood: boolean): Moved {
    const next = this.#next(progress.answers, world)
    if ('end' in next || next.ask !== progress.asking) return this.#look(progress.answers, world)
    const note = understood && !next.isSaidOnce ? next.note : undefined
    return this.#asking(progress, world, { with: next.with, note, understood })
  }

  #asking(
    progress: Progress,
    world: World,
    {
      with: values,
      note,
      understood,
    }: { with: Readonly<Record<string, string>>; note: string | undefined; understood: boolean },
  ): Moved {
    const question = this.questions[progress.asking]
    const choices = question?.choices?.(progress.answers, world) ?? []
    const form = question?.form?.(progress.answers) ?? false
    return { kind: 'asking', progress, choices, with: values, note, understood, form }
  }

  #valueOf({ answers, asking }: Progress, said: Spoken, world: World): unknown {
    const question = this.questions[asking]
    if (!question) return undefined
    if (question.skip !== undefined && isSkip(said.text)) return question.skip
    return question.read(said, world, answers)
  }

  #without(answers: Answers, name: string): Answers {
    const fallen = new Set([name, ...(this.#falls[name] ?? [])])
    return Object.fromEntries(Object.entries(answers).filter(([key]) => !fallen.has(key)))
  }
}

/** "Có", "không", "2", "bỏ qua" say something only to the question they answer. */
function tells(text: string): boolean {
  return /\p{L}/u.test(text) && readYesNo(text) === undefined && !isSkip(text)
}

/** Said before it was asked: they hear that it is kept, because the same question comes again. */
function noted(moved: Moved): Moved {
  return moved.kind === 'asking' ? { ...moved, note: moved.note ?? 'note.kept' } : moved
}
