import { fitReply } from '../conversation/fit-reply.ts'
import type { AgentToTell, FactRecord, LeadToTell, TellingRecord } from '../leads/lead-record.ts'
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
  const replies = repliesTo(parts, lead)
  const { fact, next } = lead.agent ? await tellAgent(parts, lead, lead.agent) : nobodyToTell
  await parts.store.leads.told(lead, { fact, next, replies })
  if (next === 'desk-must-act') parts.alarm('agent not told', { lead: id, detail: fact?.detail ?? '' })
}

type Telling = Omit<TellingRecord, 'replies'>
const nobodyToTell: Telling = { fact: undefined, next: 'done' }

function repliesTo(parts: WorkParts, { retellTo, promise }: LeadToTell): TellingRecord['replies'] {
  if (!retellTo) return []
  const { limits } = channelNamed(parts, retellTo.channel)
  return parts
    .botFor(retellTo)
    .sayPromise(promise)
    .flatMap((reply) => fitReply(reply, limits))
}

async function tellAgent(
  { notifier, publicUrl, clock }: WorkParts,
  { promise }: LeadToTell,
  { id, phone, token, trackingId }: AgentToTell,
): Promise<Telling> {
  const data = { code: promise.leadCode, link: `${publicUrl}/dai-ly/${token}` }
  const sent = await notifier.tell({ phone, template: 'new-lead', data, trackingId })
  return { fact: factOf(sent, id, trackingId), next: nextAfter(sent, promise.callBefore, clock.now()) }
}

function factOf(sent: Sent, agent: string, trackingId: string): FactRecord {
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
