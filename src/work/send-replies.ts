import type { Sent } from '../ports.ts'
import type { Job, Outbound } from '../work-ports.ts'
import { fetchApart } from './fetch-apart.ts'
import { channelNamed, type WorkParts } from './work-parts.ts'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 10 * 60_000
const WORTH_SENDING_MS = 24 * 3_600_000

/** Sends what is due to the people of these jobs: people at the same time, each one's messages one after the other. */
export async function sendReplies(
  parts: WorkParts,
  jobs: readonly Job[],
): Promise<readonly ('done' | 'again')[]> {
  const people = [...new Set(jobs.map(({ key }) => key))]
  const { found, failed } = await fetchApart(people, (keys) => parts.store.outbox.claim(keys))
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
    if (sent.kind === 'try-later' && isWorthSending(parts, message)) {
      await parts.store.outbox.putBack(
        message,
        new Date(parts.clock.now().getTime() + waitOf(sent.afterMs, message)),
      )
      return
    }
    await settle(parts, message, sent)
    if (sent.kind === 'person-left') {
      for (const rest of line.slice(place + 1)) await settle(parts, rest, sent)
      return
    }
  }
}

/** An adapter that throws is treated like a platform that is down. */
async function send(parts: WorkParts, { to, reply, id }: Outbound): Promise<Sent> {
  try {
    return await channelNamed(parts, to.channel).send(to, reply, id)
  } catch (error) {
    parts.alarm('channel threw', { channel: to.channel, error: error instanceof Error ? error.name : '' })
    return { kind: 'try-later', afterMs: FIRST_WAIT_MS, detail: 'channel threw' }
  }
}

/** At least as long as the platform asks, and twice as long each time. */
function waitOf(afterMs: number, { attempts }: Outbound): number {
  return Math.max(afterMs, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)))
}

function isWorthSending({ clock }: WorkParts, { writtenAt }: Outbound): boolean {
  return clock.now().getTime() - writtenAt.getTime() < WORTH_SENDING_MS
}

async function settle(parts: WorkParts, message: Outbound, sent: Sent): Promise<void> {
  const result =
    sent.kind === 'try-later' ? ({ kind: 'our-fault', detail: `gave up: ${sent.detail}` } as const) : sent
  await parts.store.outbox.settle(message, result)
  if (result.kind === 'our-fault') {
    parts.alarm('message not sent', { channel: message.to.channel, id: message.id, detail: result.detail })
  }
}
