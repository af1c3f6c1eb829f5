import { randomBytes } from 'node:crypto'
import { dayInVietNam } from '../conversation/day-in-viet-nam.ts'
import { fitReply } from '../conversation/fit-reply.ts'
import { nextStep, type NextStep } from '../hand-over/hand-over.ts'
import type { DueHandOver, Job, StaffNotice, TurnRecord } from '../work-ports.ts'
import { withThread } from './with-thread.ts'
import { channelNamed, type WorkParts } from './work-parts.ts'

const CODE_BYTES = 8

/** Looks at hand-overs whose time has come: nobody answered, whoever did went quiet, or it was given back to the bot. */
export async function tendHandOvers(
  parts: WorkParts,
  jobs: readonly Job[],
): Promise<readonly ('done' | 'again')[]> {
  const answers: ('done' | 'again')[] = []
  for (const { key } of jobs) answers.push(await tendOne(parts, key))
  return answers
}

async function tendOne(parts: WorkParts, id: string): Promise<'done' | 'again'> {
  const { handOvers, turns } = parts.store
  const due = await handOvers.load(id)
  if (!due) return 'done'
  const step = nextStep(due.handOver, parts.clock.now(), parts.patience)
  if (step.kind === 'wait') await handOvers.lookAgain(id, step.until)
  else if (!step.isTold) await handOvers.close(id, step.why)
  else return (await turns.commit(await lastTurn(parts, due, step))).saved ? 'done' : 'again'
  return 'done'
}

/** The bot goes on and says so; a journey that was open goes on at its question. */
async function lastTurn(
  parts: WorkParts,
  { handOver: { id }, talk }: DueHandOver,
  { why }: Extract<NextStep, { kind: 'over' }>,
): Promise<TurnRecord> {
  const { clock, botToday } = parts
  const now = clock.now()
  const { person, who, version } = talk
  const turn = await parts.botFor(who).runTurn({
    heard: [{ said: { kind: 'returned', why }, sentAt: now }],
    session: talk.session,
    today: botToday ?? dayInVietNam(now),
    code: randomBytes(CODE_BYTES).toString('hex'),
  })
  const { limits } = channelNamed(parts, who.channel)
  const handOvers = [{ kind: 'closed', id, why }] as const
  const missed: readonly StaffNotice[] = why === 'nobody-came' ? [{ kind: why, detail: id }] : []
  return {
    ...{ person, channel: who.channel, version, answered: [], heardAt: undefined },
    session: turn.session,
    replies: withThread(
      turn.replies.flatMap((reply) => fitReply(reply, limits)),
      handOvers,
    ),
    leads: [],
    notices: missed,
    notes: [],
    handOvers,
  }
}
