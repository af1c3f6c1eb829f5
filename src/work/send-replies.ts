import type { Channel, ChannelName, Sent, TryLater } from '../ports.ts'
import type { Job, Outbound } from '../work-ports.ts'
import { fetchApart } from './fetch-apart.ts'
import { channelNamed, type WorkParts } from './work-parts.ts'

type Settled = Exclude<Sent, TryLater>

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 10 * 60_000
const WORTH_SENDING_MS = 24 * 3_600_000

/**
 * Sends what is due to the people of these jobs, all on one channel: people at the same time, each one's messages one
 * after the other.
 */
export async function sendReplies(
  parts: WorkParts,
  name: ChannelName,
  jobs: readonly Job[],
): Promise<readonly ('done' | 'again')[]> {
  const people = [...new Set(jobs.map(({ key }) => key))]
  const { found, failed } = await fetchApart(people, (keys) =>
    parts.store.outbox.claim(keys, echoTimeOn(parts, name)),
  )
  await Promise.all(
    people.map((person) =>
      sendLine(
        parts,
        found.filter((message) => message.person === person),
      ),
    ),
  )
  if (failed.size > 0) parts.alarm('outbox cannot be read', { people: [...failed].join(' ') })
  return jobs.map(({ key }) => (failed.has(key) ? 'again' : 'done'))
}

async function sendLine(parts: WorkParts, line: readonly Outbound[]): Promise<void> {
  for (const [place, message] of line.entries()) {
    const sent = await send(parts, message)
    if (sent.kind === 'try-later' && isWorthAnotherTry(parts, message, sent))
      return putBack(parts, message, sent)
    const end = sent.kind === 'try-later' ? givenUp(sent) : sent
    await settle(parts, message, end)
    if (end.kind === 'person-left') {
      for (const rest of line.slice(place + 1)) await settle(parts, rest, end)
      return
    }
  }
}

async function putBack(parts: WorkParts, message: Outbound, later: TryLater): Promise<void> {
  const { id, to } = message
  if (later.alarm) parts.alarm('sending is in trouble', { channel: to.channel, id, detail: later.detail })
  const until = new Date(parts.clock.now().getTime() + waitOf(parts, message, later))
  await parts.store.outbox.putBack(message, until, later)
}

/** An adapter that throws is treated like a platform that is down. */
async function send(parts: WorkParts, message: Outbound): Promise<Sent> {
  const { to, reply, id } = message
  try {
    const channel = channelNamed(parts, to.channel)
    if (isTooLate(parts, channel, message)) return tooLate
    return await channel.send(to, reply, id)
  } catch (error) {
    parts.alarm('channel threw', { channel: to.channel, error: error instanceof Error ? error.name : '' })
    return { kind: 'try-later', afterMs: FIRST_WAIT_MS, detail: 'channel threw', unclear: true }
  }
}

const tooLate: Sent = { kind: 'not-allowed-now', rule: 'they wrote too long ago; known before sending' }

function isTooLate({ clock }: WorkParts, channel: Channel, { heardAt, reply, to }: Outbound): boolean {
  const ofStaff = reply.typedBy === 'staff' ? channel.staffWithinMs?.(to.desk) : undefined
  const withinMs = ofStaff ?? channel.replyWithinMs
  if (withinMs === undefined || heardAt === undefined) return false
  return clock.now().getTime() - heardAt.getTime() > withinMs
}

/** At least as long as the platform asks and an echo may take, and twice as long each time. */
function waitOf(parts: WorkParts, { attempts, to }: Outbound, { afterMs, unclear }: TryLater): number {
  const echoWithinMs = echoTimeOn(parts, to.channel)
  const growing = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1))
  return Math.max(afterMs, growing, unclear ? echoWithinMs : 0)
}

function isWorthAnotherTry(
  { clock }: WorkParts,
  { writtenAt, attempts }: Outbound,
  { tries = Infinity, untried }: TryLater,
): boolean {
  const isFresh = clock.now().getTime() - writtenAt.getTime() < WORTH_SENDING_MS
  return isFresh && (untried === true || attempts < tries)
}

function echoTimeOn({ channels }: WorkParts, name: ChannelName): number {
  return channels.find((channel) => channel.name === name)?.echoWithinMs ?? 0
}

async function settle(parts: WorkParts, message: Outbound, result: Settled): Promise<void> {
  await parts.store.outbox.settle(message, result)
  if (result.kind === 'our-fault') {
    parts.alarm('message not sent', { channel: message.to.channel, id: message.id, detail: result.detail })
  }
}

function givenUp({ detail, then = 'our-fault' }: TryLater): Settled {
  return { kind: then, detail: `gave up: ${detail}` }
}
