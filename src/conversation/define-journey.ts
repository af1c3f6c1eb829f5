import type { Journey, Moved, Plan, Progress, Question, Spoken } from './journey.ts'
import { isSkip } from './read-command.ts'

type Answers = Readonly<Record<string, unknown>>

/** Makes a journey of a plan: `next` decides, everything else is the same for all of them. */
export function defineJourney<A extends object, EndName extends string, World>(
  plan: Plan<A, EndName, World>,
): Journey<World> {
  // A journey is run by name, not by type: each answer came from its own question's `read`.
  const questions = plan.questions as Readonly<Record<string, Question<unknown, Answers, World>>>
  const falls = (plan.falls ?? {}) as Readonly<Record<string, readonly string[] | undefined>>

  function look(answers: Answers, world: World): Moved {
    const next = plan.next(answers as Partial<A>, world)
    if ('end' in next) return { kind: 'ended', end: next }
    return asking({ answers, asking: next.ask }, world, {
      with: next.with,
      note: next.note,
      understood: true,
    })
  }

  function asking(
    progress: Progress,
    world: World,
    how: { with: Readonly<Record<string, string>>; note: string | undefined; understood: boolean },
  ): Moved {
    const choices = questions[progress.asking]?.choices?.(progress.answers, world) ?? []
    return { kind: 'asking', progress, choices, ...how }
  }

  function valueOf({ answers, asking: name }: Progress, said: Spoken, world: World): unknown {
    const question = questions[name]
    if (!question) return undefined
    if (question.skip !== undefined && isSkip(said.text)) return question.skip
    return question.read(said, world, answers)
  }

  function without(answers: Answers, name: string): Answers {
    const fallen = new Set([name, ...(falls[name] ?? [])])
    return Object.fromEntries(Object.entries(answers).filter(([key]) => !fallen.has(key)))
  }

  function again(progress: Progress, world: World, understood: boolean): Moved {
    const next = plan.next(progress.answers as Partial<A>, world)
    if ('end' in next || next.ask !== progress.asking) return look(progress.answers, world)
    return asking(progress, world, { with: next.with, note: understood ? next.note : undefined, understood })
  }

  return {
    id: plan.id,
    questions,
    ends: plan.ends,
    begin: (world) => look({}, world),
    understands: (progress, said, world) => valueOf(progress, said, world) !== undefined,
    answer(progress, said, world) {
      if (!questions[progress.asking]) return look(progress.answers, world) // a release removed this question
      const value = valueOf(progress, said, world)
      if (value === undefined) return again(progress, world, false)
      return look({ ...without(progress.answers, progress.asking), [progress.asking]: value }, world)
    },
    takeBack(progress, world, name = Object.keys(progress.answers).at(-1)) {
      return look(name === undefined ? {} : without(progress.answers, name), world)
    },
    again: (progress, world) => again(progress, world, true),
  }
}
