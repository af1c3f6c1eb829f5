import type { Conversation, Job, TurnRecord } from '../work-ports.ts'
import { fetchApart } from './fetch-apart.ts'
import { lostTurn, takeTurn } from './take-turn.ts'
import type { WorkParts } from './work-parts.ts'

type Answer = 'done' | 'again'

/**
 * Answers everything that waits for the people of these jobs, oldest first: one load for all of them, one turn each,
 * one commit, and once more for whoever wrote in the meantime. A turn that fails asks for another attempt.
 */
export async function answerMessages(parts: WorkParts, jobs: readonly Job[]): Promise<readonly Answer[]> {
  const answers = new Map<string, Answer>()
  const jobOf = new Map(jobs.map((job) => [job.key, job]))
  let people = [...jobOf.keys()]
  while (people.length > 0) {
    const { found: talks, failed } = await fetchApart(people, (keys) => parts.store.turns.load(keys))
    for (const person of failed) {
      parts.alarm('talk cannot be read', { person })
      answers.set(person, 'again')
    }
    const results = await Promise.all(
      talks.map((talk) => answerOne(parts, talk, jobOf.get(talk.person)?.isLastAttempt ?? false)),
    )
    talks.forEach(({ person }, i) => answers.set(person, results[i] === 'again' ? 'again' : 'done'))
    people = talks.map(({ person }) => person).filter((_, i) => results[i] === 'more')
  }
  return jobs.map(({ key }) => answers.get(key) ?? 'done')
}

async function answerOne(
  parts: WorkParts,
  talk: Conversation,
  isLastAttempt: boolean,
): Promise<'done' | 'more' | 'again'> {
  const turn = await takeTurn(parts, talk).catch((error: unknown) => new Failed(error))
  if (turn instanceof Failed) {
    const { why } = turn
    parts.alarm('turn failed', { person: talk.person, error: nameOf(why), last: String(isLastAttempt) })
    return isLastAttempt ? giveUp(parts, talk, why) : 'again'
  }
  try {
    return await keep(parts, turn)
  } catch (error) {
    parts.alarm('turn not kept', { person: talk.person, error: nameOf(error) })
    return 'again' // the store's fault, not the message's: it waits until the store is well
  }
}

class Failed {
  readonly why: unknown
  constructor(why: unknown) {
    this.why = why
  }
}

async function keep(parts: WorkParts, turn: TurnRecord | undefined): Promise<'done' | 'more' | 'again'> {
  if (!turn) return 'done'
  const { saved, more } = await parts.store.turns.commit(turn)
  if (!saved) return 'again'
  return more ? 'more' : 'done'
}

/** A failed job would block this person for ever: the message is written down as dead, and the job is done. */
async function giveUp(parts: WorkParts, talk: Conversation, why: unknown): Promise<Answer> {
  const lost = lostTurn(parts, talk, why)
  const kept = lost && (await parts.store.turns.commit(lost).catch(() => 'not-kept' as const))
  if (kept === 'not-kept') return 'again'
  return 'done' // what they wrote after it got a job of its own in that transaction
}

/** For people whose messages killed the whole process every time. */
export async function giveUpOn(parts: WorkParts, people: readonly string[]): Promise<void> {
  for (const talk of await parts.store.turns.load(people)) {
    await giveUp(parts, talk, new Error('the process died at every attempt'))
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
