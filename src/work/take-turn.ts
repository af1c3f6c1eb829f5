import { randomBytes } from 'node:crypto'
import { dayInVietNam } from '../conversation/day-in-viet-nam.ts'
import { fitReply } from '../conversation/fit-reply.ts'
import type { Said } from '../conversation/said.ts'
import type { Heard, TurnInput } from '../conversation/turn.ts'
import type { Conversation, HandOverChange, TurnRecord, WaitingEvent } from '../work-ports.ts'
import { consequences } from './consequences.ts'
import { firstThought } from './first-thought.ts'
import { withThread } from './with-thread.ts'
import { channelNamed, type WorkParts } from './work-parts.ts'

const CODE_BYTES = 8

/** One thought in, everything it leaves behind out; nothing is written here. Undefined when nothing waits. */
export async function takeTurn(
  parts: WorkParts,
  conversation: Conversation,
): Promise<TurnRecord | undefined> {
  const thought = firstThought(conversation.waiting)
  if (!thought) return undefined
  const bot = parts.botFor(conversation.who)
  const turn = await bot.runTurn(turnInput(parts, conversation, thought))
  const { replies, leads, notices, handOvers, wishes, scamReports } = await consequences(
    { ...parts, bot },
    conversation,
    thought[0].id,
    turn.effects,
  )
  const { limits } = channelNamed(parts, conversation.who.channel)
  return {
    ...about(conversation, thought),
    session: turn.session,
    replies: withThread(
      [...turn.replies, ...replies, ...(turn.after ?? [])].flatMap((reply) => fitReply(reply, limits)),
      handOvers,
    ),
    leads,
    notices,
    wishes,
    scamReports,
    notes: turn.notes,
    handOvers: withWords(parts, conversation, thought, handOvers),
  }
}

/** A person of the desk reads what was said since they were called for; nothing of what was said to the bot. */
function withWords(
  { mask }: WorkParts,
  { handOver }: Conversation,
  thought: readonly WaitingEvent[],
  changes: readonly HandOverChange[],
): readonly HandOverChange[] {
  const words = thought.map(({ said }) => (said.kind === 'words' ? mask(said.text) : `(${whatOf(said)})`))
  if (handOver && changes.length === 0) return [{ kind: 'heard', id: handOver.id, words }]
  return changes.map((change) => (change.kind === 'opened' ? { ...change, words } : change))
}

function whatOf(said: Exclude<Said, { kind: 'words' }>): string {
  if (said.kind === 'shared') return said.contact.phone
  return said.kind === 'wordless' ? said.what : said.kind
}

function turnInput(
  { clock, botToday }: WorkParts,
  { session, handOver }: Conversation,
  thought: readonly [WaitingEvent, ...WaitingEvent[]],
): TurnInput {
  const [first, ...rest] = thought
  const attended = handOver?.state ?? (thought.some((event) => event.isOverheard) ? 'claimed' : undefined)
  return {
    ...(attended && { attended }),
    heard: [heardIn(first), ...rest.map(heardIn)],
    session,
    today: botToday ?? dayInVietNam(clock.now()),
    code: randomBytes(CODE_BYTES).toString('hex'),
  }
}

function heardIn({ said, sentAt }: WaitingEvent): Heard {
  return { said, sentAt }
}

/** The last attempt failed too: the one kind sentence, the session as it was, and the talk goes on. */
export function lostTurn(parts: WorkParts, conversation: Conversation, why: unknown): TurnRecord | undefined {
  const thought = firstThought(conversation.waiting)
  if (!thought) return undefined
  const { limits } = channelNamed(parts, conversation.who.channel)
  return {
    ...about(conversation, thought),
    session: undefined,
    replies: fitReply(parts.botFor(conversation.who).saySorry(), limits),
    leads: [],
    notes: [],
    notices: [{ kind: 'turn-died', detail: thought[0].id }],
    died: parts.mask(why instanceof Error ? (why.stack ?? why.message) : String(why)),
  }
}

function about({ person, who, version }: Conversation, thought: readonly WaitingEvent[]) {
  const heardAt = new Date(Math.max(...thought.map(({ sentAt }) => sentAt.getTime())))
  return { person, channel: who.channel, version, answered: thought.map(({ id }) => id), heardAt }
}
