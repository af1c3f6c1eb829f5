import { fitReply } from '../conversation/fit-reply.ts'
import { instantInWords } from '../conversation/instant-in-words.ts'
import type {
  AgentToTell,
  FactRecord,
  LeadToTell,
  PersonOnPage,
  TellingRecord,
} from '../leads/lead-record.ts'
import type { Sent } from '../ports.ts'
import type { Job } from '../work-ports.ts'
import { channelNamed, type WorkParts } from './work-parts.ts'

/** Tells agents of their leads, with a code and a link and nothing about the citizen; and citizens of a new caller. */
export async function tellAgents(parts: WorkParts, jobs: readonly Job[]): Promise<readonly 'done'[]> {
  for (const { key } of jobs) await tellOne(parts, key)
  return jobs.map(() => 'done')
}

async function tellOne(parts: WorkParts, id: string): Promise<void> {
  const lead = await parts.store.leads.readyToTell(id)
  if (!lead) return
  const citizen = await tellCitizen(parts, lead)
  const toAgent = lead.agent ? await tellAgent(parts, lead, lead.agent) : nobodyToTell(lead)
  const { againAt, ...toCitizen } = citizen
  const next = sooner(toAgent.next, againAt)
  await parts.store.leads.told(lead, { ...toAgent, ...toCitizen, next })
  if (next === 'desk-must-act')
    parts.alarm('agent not told', { lead: id, detail: toAgent.fact?.detail ?? '' })
}

type ToAgent = Pick<TellingRecord, 'fact' | 'next' | 'tried'>

/** They know, no agent has it, or what went out before the program died may be on their phone: its receipt is waited for. */
function nobodyToTell({ lookAgainAt }: LeadToTell): ToAgent {
  return { fact: undefined, tried: 'no', next: lookAgainAt ? { againAt: lookAgainAt } : 'done' }
}

/** A desk that must act is never put off. */
function sooner(next: TellingRecord['next'], againAt: Date | undefined): TellingRecord['next'] {
  if (next === 'desk-must-act' || againAt === undefined) return next
  return next === 'done' || againAt < next.againAt ? { againAt } : next
}

interface ToCitizen extends Pick<TellingRecord, 'replies' | 'heard'> {
  readonly againAt?: Date | undefined
}
const notNow: ToCitizen = { replies: [], heard: undefined }

/**
 * In the chat while the channel's window is open. Otherwise a template goes to their id or to the phone they left for just
 * this, where one is approved; else the news waits for their next message. A person's right to write later is never borrowed.
 */
async function tellCitizen(parts: WorkParts, lead: LeadToTell): Promise<ToCitizen> {
  const { retellTo, promise, isToRate } = lead
  if (!retellTo) return notNow
  const channel = channelNamed(parts, retellTo.channel)
  const age = retellTo.heardAt && parts.clock.now().getTime() - retellTo.heardAt.getTime()
  if (age !== undefined && age < (channel.replyWithinMs ?? Infinity)) {
    const bot = parts.botFor(retellTo)
    const said = isToRate ? bot.askRating(promise) : bot.sayPromise(promise)
    return { ...notNow, replies: said.flatMap((reply) => fitReply(reply, channel.limits)), heard: 'chat' }
  }
  return isToRate ? notNow : tellByTemplate(parts, lead, retellTo)
}

/** Once: that it is tried is written down before, and what a dying program left unsaid is said at their next message. */
async function tellByTemplate(
  { notifier, store, clock }: WorkParts,
  lead: LeadToTell,
  { phone, userId: id, channel, desk, isTemplateTried }: PersonOnPage,
): Promise<ToCitizen> {
  if (channel !== 'zalo' || isTemplateTried) return notNow
  const { caller, leadCode, callBefore } = lead.promise
  const by = 'name' in caller ? caller.name : 'BHXH'
  const data = { code: leadCode, caller: by, before: instantInWords(callBefore) }
  const trackingId = `moi-${lead.id.slice(0, 8)}-${callBefore.getTime()}`
  const to = { channel, desk, id }
  await store.leads.templateTried(lead, true)
  const sent = await notifier.tellCitizen({ to, phone, template: 'new-caller', data, trackingId })
  if (sent.kind === 'sent') return { ...notNow, heard: 'template' }
  if (sent.kind !== 'try-later' || !sent.untried) return notNow
  await store.leads.templateTried(lead, false)
  const againAt = new Date(clock.now().getTime() + Math.max(sent.afterMs, SHORTEST_WAIT_MS))
  return { ...notNow, againAt: againAt < callBefore ? againAt : undefined }
}

async function tellAgent(
  { notifier, publicUrl, clock }: WorkParts,
  { promise }: LeadToTell,
  { id, phone, token, trackingId }: AgentToTell,
): Promise<ToAgent> {
  const data = { code: promise.leadCode, link: `${publicUrl}/dai-ly/${token}` }
  const sent = await notifier.tell({ phone, template: 'new-lead', data, trackingId })
  const next = nextAfter(sent, promise.callBefore, clock.now())
  return { fact: factOf(sent, id, trackingId), next, tried: triedOf(sent) }
}

function triedOf(sent: Sent): TellingRecord['tried'] {
  if (sent.kind === 'sent') return 'sent'
  return sent.kind === 'try-later' && sent.unclear ? 'unclear' : 'failed'
}

function factOf(sent: Sent, agent: string, trackingId: string): FactRecord | undefined {
  if (sent.kind === 'try-later' && sent.untried) return undefined // at night: nothing was tried
  if (sent.kind === 'sent') return { fact: 'told', actor: agent, detail: trackingId }
  const why = sent.kind === 'not-allowed-now' ? sent.rule : sent.detail
  return { fact: 'notice-failed', actor: agent, detail: `${sent.kind}: ${why}` }
}

/** Tried again for as long as the call can still be made in time; then a person of the desk must act. */
function nextAfter(sent: Sent, callBefore: Date, now: Date): TellingRecord['next'] {
  if (sent.kind === 'sent') return 'done'
  if (sent.kind !== 'try-later') return 'desk-must-act'
  const againAt = new Date(now.getTime() + Math.max(sent.afterMs, SHORTEST_WAIT_MS))
  return againAt < callBefore ? { againAt } : 'desk-must-act'
}

const SHORTEST_WAIT_MS = 5_000
