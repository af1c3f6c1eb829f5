import type { Bot } from '../conversation/turn.ts'
import type { Channel, ChannelName, InboundMessage, Inbox, Sent } from '../ports.ts'
import type { Outbound, Outbox, TurnRecord, TurnStore } from '../work-ports.ts'
import type { Watch } from './watch.ts'

/** Milliseconds that pass, from any fixed point. */
export type StopWatch = () => number

/** The inbox, its keeping watched. `idOf`: the id the store gives a message. */
export function watchedInbox(
  inbox: Inbox,
  watch: Watch,
  { idOf, ticks }: { readonly idOf: (message: InboundMessage) => string; readonly ticks: StopWatch },
): Inbox {
  return {
    waiting: () => inbox.waiting(),
    async accept(messages, rawBody) {
      const begun = ticks()
      const kept = await inbox.accept(messages, rawBody)
      const channel = messages[0]?.from.channel
      if (channel) watch.kept({ channel, events: messages.map(idOf), ms: ticks() - begun })
      return kept
    },
  }
}

/** The turns, their commits watched. */
export function watchedTurns(turns: TurnStore, watch: Watch, ticks: StopWatch): TurnStore {
  return {
    load: (people) => turns.load(people),
    async commit(turn) {
      const begun = ticks()
      const done = await turns.commit(turn)
      if (done.saved) watch.turn({ ...seenOf(turn), ms: ticks() - begun })
      return done
    },
  }
}

function seenOf({ channel, answered, replies, leads, notes, session }: TurnRecord) {
  const asked = notes.flatMap((note) => (note.kind === 'asked' ? [note.outcome] : []))
  return {
    ...{ channel, events: answered, replies: replies.length, leads: leads.length, asked },
    died: session === undefined,
  }
}

/** A bot, its thinking timed. */
export function watchedBot(bot: Bot, channel: ChannelName, watch: Watch, ticks: StopWatch): Bot {
  return {
    ...bot,
    async runTurn(input) {
      const begun = ticks()
      const turn = await bot.runTurn(input)
      watch.thought(channel, ticks() - begun)
      return turn
    },
  }
}

/** Channels and outbox together: the one knows how long a send took, the other what it was about and how it ended. */
export function watchedSending(
  { channels, outbox }: { readonly channels: readonly Channel[]; readonly outbox: Outbox },
  watch: Watch,
  { ticks, now }: { readonly ticks: StopWatch; readonly now: () => Date },
): { readonly channels: Channel[]; readonly outbox: Outbox } {
  const took = new Map<string, number>()
  const note = (message: Outbound, outcome: Sent['kind']) => {
    const ms = took.get(message.id) ?? 0
    took.delete(message.id)
    const { channel } = message.to
    const replyMs = outcome === 'sent' ? sinceHeard(message, now()) : undefined
    const about = { event: message.cause, outbound: message.id, attempt: message.attempts }
    watch.sent({ channel, ...about, outcome, ms, replyMs })
  }
  return {
    channels: channels.map((channel) => timed(channel, took, ticks)),
    outbox: {
      claim: (people, echoWithinMs) => outbox.claim(people, echoWithinMs),
      async settle(message, sent) {
        await outbox.settle(message, sent)
        note(message, sent.kind)
      },
      async putBack(message, until, how) {
        await outbox.putBack(message, until, how)
        note(message, 'try-later')
      },
    },
  }
}

function sinceHeard({ heardAt }: Outbound, now: Date): number | undefined {
  return heardAt === undefined ? undefined : Math.max(0, now.getTime() - heardAt.getTime())
}

function timed(channel: Channel, took: Map<string, number>, ticks: StopWatch): Channel {
  return {
    ...channel,
    async send(to, reply, outboundId) {
      const begun = ticks()
      try {
        return await channel.send(to, reply, outboundId)
      } finally {
        took.set(outboundId, ticks() - begun)
      }
    },
  }
}
