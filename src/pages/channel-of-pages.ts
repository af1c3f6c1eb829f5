import type { Channel, InboundRequest, Received } from '../ports.ts'

/** One platform with any number of pages, each a channel with keys of its own. */
export interface PagesOfPlatform extends Pick<Channel, 'name' | 'limits' | 'replyWithinMs' | 'echoWithinMs'> {
  /** The pages a webhook call is about, by its body alone: nothing in it is trusted yet. */
  desksIn(rawBody: Buffer, isOurs: (desk: string) => boolean): readonly string[]
  /** The pages of this moment, by desk. */
  channels(): ReadonlyMap<string, Channel>
}

/** What an adapter of one page calls an event of another page. */
const NOT_THIS_PAGE = 'not-our-page'

/**
 * All pages of a platform as one channel. Each page checks the signature with its own secret, so whoever knows the
 * secret of one page cannot speak to another; events of pages that are not ours are named, not read.
 */
export function channelOfPages(platform: PagesOfPlatform): Channel {
  const { name, limits, replyWithinMs, echoWithinMs } = platform
  return {
    name,
    limits,
    ...(replyWithinMs !== undefined && { replyWithinMs }),
    ...(echoWithinMs !== undefined && { echoWithinMs }),
    receive: (request) => receive(platform, request),
    staffWithinMs: (desk) => platform.channels().get(desk)?.staffWithinMs?.(desk),
    async send(to, reply, outboundId) {
      const channel = platform.channels().get(to.desk)
      if (channel) return channel.send(to, reply, outboundId)
      return { kind: 'our-fault', detail: 'a message for a page that is not ours' }
    },
  }
}

function receive(platform: PagesOfPlatform, request: InboundRequest): Received {
  const channels = platform.channels()
  const desks = new Set(platform.desksIn(request.rawBody, (desk) => channels.has(desk)))
  if (desks.size === 0) return receiveForNobody([...channels.values()], request)
  const received = [...desks].flatMap((desk) => channels.get(desk)?.receive(request) ?? [])
  const refused = received.find((one) => one.kind === 'refused')
  if (refused) return refused
  const events = received.filter((one) => one.kind === 'events')
  return {
    kind: 'events',
    messages: events.flatMap(({ messages }) => messages),
    ignored: events.flatMap(({ ignored }) => ignored.filter((name) => name !== NOT_THIS_PAGE)),
    observations: events.flatMap(({ observations = [] }) => observations),
    strangers: [...desks].filter((desk) => !channels.has(desk)),
  }
}

/** A call that names no page (a console's test button) is genuine when any page's secret signed it. */
function receiveForNobody(channels: readonly Channel[], request: InboundRequest): Received {
  const received = channels.map((channel) => channel.receive(request))
  const genuine = received.find(({ kind }) => kind === 'events')
  return genuine ?? received[0] ?? { kind: 'refused', why: 'no page is configured' }
}
