import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
} from 'botbuilder'
import type { Channel, Clock, Correspondent, Inbox, Sent } from '../ports.ts'
import type { Reply } from '../conversation/reply.ts'
import { activityOf, frameworkLimits, messageIn, referenceOf } from './framework-activity.ts'

/** The app as it is registered with Azure; without one only the Emulator on this machine is answered. */
export interface FrameworkSettings {
  readonly app:
    | {
        readonly id: string
        readonly password: string | undefined
        readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI'
        readonly tenant: string | undefined
      }
    | undefined
  readonly inbox: Inbox
  readonly clock: Clock
  /** Above this many waiting messages a call is answered 503, so that the connector comes back later. */
  readonly maxWaiting: number
}

export interface FrameworkDoor {
  readonly channel: Channel
  /** `POST /api/messages`, its body parsed: answered when what it brings is kept. */
  readonly take: (request: Request, response: Response) => Promise<void>
}

const PAUSE_MS = 30_000
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The Bot Framework as one more channel: kept in the inbox, answered by the work loop, sent through its connector. */
export function openFramework(settings: FrameworkSettings): FrameworkDoor {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(authentication(settings.app)))
  return {
    channel: {
      name: 'bot-framework',
      limits: frameworkLimits,
      receive: () => ({ kind: 'refused', why: 'the Bot Framework calls /api/messages' }),
      send: (to, reply, outboundId) => send(adapter, settings, to, { reply, outboundId }),
    },
    take: (request, response) => take(adapter, settings, request, response),
  }
}

function authentication(app: FrameworkSettings['app']) {
  if (!app) return {}
  const { id: MicrosoftAppId, password, type: MicrosoftAppType, tenant } = app
  return {
    MicrosoftAppId,
    MicrosoftAppType,
    ...(password !== undefined && { MicrosoftAppPassword: password }),
    ...(tenant !== undefined && { MicrosoftAppTenantId: tenant }),
  }
}

async function take(
  adapter: CloudAdapter,
  { app, inbox, clock, maxWaiting }: FrameworkSettings,
  request: Request,
  response: Response,
): Promise<void> {
  if ((await inbox.waiting()) > maxWaiting) return end(response, 503)
  try {
    await adapter.process(request, response, async ({ activity }) => {
      const message = messageIn(activity, clock.now())
      if (!message || (!app && !isOfThisMachine(activity.serviceUrl))) return
      await inbox.accept([message], Buffer.from(JSON.stringify(activity))) // throws → 500 → it is sent again
    })
  } catch {
    end(response, 400) // no activity at all: what we do throws inside, where the adapter answers for it
  }
}

function end(response: Response, status: number): void {
  response.status(status)
  response.end()
}

/** Without keys anybody could name an address to write to: only this machine's own is taken. */
function isOfThisMachine(serviceUrl: string): boolean {
  return URL.canParse(serviceUrl) && loopback.has(new URL(serviceUrl).hostname)
}

async function send(
  adapter: CloudAdapter,
  { app }: FrameworkSettings,
  to: Correspondent,
  { reply, outboundId }: { readonly reply: Reply; readonly outboundId: string },
): Promise<Sent> {
  const reference = referenceOf(to)
  if (!reference) return { kind: 'our-fault', detail: 'not an address of the Bot Framework' }
  let platformId = ''
  try {
    await adapter.continueConversationAsync(app?.id ?? '', reference, async (context) => {
      platformId = (await context.sendActivity(activityOf(reply, outboundId)))?.id ?? ''
    })
    return { kind: 'sent', platformId }
  } catch (error) {
    return failureOf(error)
  }
}

/** By status alone: texts of the connector carry addresses. */
function failureOf(error: unknown): Sent {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined
  const detail = `bot framework: ${status ?? (error instanceof Error ? error.name : 'unknown')}`
  if (status === undefined) return { kind: 'try-later', afterMs: PAUSE_MS, detail, unclear: true }
  if (status === 429) return { kind: 'try-later', afterMs: PAUSE_MS, detail }
  if (status >= 500) return { kind: 'try-later', afterMs: PAUSE_MS, detail, unclear: true }
  if (status === 401 || status === 403)
    return { kind: 'try-later', afterMs: PAUSE_MS, detail, alarm: true, untried: true }
  return status === 404 ? { kind: 'person-left', detail } : { kind: 'our-fault', detail }
}
