import type { Transaction } from 'kysely'
import type { ChannelName } from '../../ports.ts'
import type { Database } from './database/schema.ts'
import type { JobBox } from './job-box.ts'

const channels: readonly ChannelName[] = ['zalo', 'messenger', 'bot-framework']

/** From when on a message may go that waits for nothing: long ago, so that a clock set back holds up nobody. */
export const AT_ONCE = new Date(0)

/** Someone with messages on their way out, and from when on they may go. */
export interface Recipient {
  readonly person: string
  readonly channel: ChannelName
  readonly startAfter?: Date
}

/** One job a person, in the queue of their platform. */
export async function putOutbound(
  tx: Transaction<Database>,
  jobs: JobBox,
  recipients: readonly Recipient[],
): Promise<void> {
  for (const channel of channels) {
    const here = recipients.filter((one) => one.channel === channel)
    const news = here.map(({ person, startAfter }) => ({ key: person, ...(startAfter && { startAfter }) }))
    await jobs.put(tx, `outbound-${channel}`, news)
  }
}
