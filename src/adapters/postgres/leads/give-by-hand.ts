import type { Transaction } from 'kysely'
import type { Given } from '../../../leads/lead-desk.ts'
import { ownerOf } from '../../../leads/agent.ts'
import { routeLead, type Routed } from '../../../leads/route-lead.ts'
import { mayBeGiven } from '../../../leads/trail.ts'
import { actorOf } from '../../../leads/viewer.ts'
import type { Database } from '../database/schema.ts'
import { type ActParts, isKnown } from './act-on-lead.ts'
import { handOver, routingQuestion } from './give-on.ts'
import type { Held } from './lead-view.ts'
import { agentName, nameOf, settleNotices } from './settle-notices.ts'
import { writeFacts } from './write-leads.ts'

type Tx = Transaction<Database>

export interface ByHand {
  readonly agent: string // id
  readonly reason: string
  readonly key: string
}

/**
 * Somebody at a desk names the next agent. It need not be the one whose turn it is, but one who covers the commune and may
 * get leads now; for citizen and agent it is then a lead like any other that changed hands.
 */
export async function giveByHand(tx: Tx, parts: ActParts, held: Held, hand: ByHand): Promise<Given> {
  if (await isKnown(tx, held.id, hand.key)) return 'repeated'
  if (held.state === 'closed' || held.agent_id === hand.agent) return 'not-now'
  if (held.phone_hash === null) return 'by-chat'
  if (held.owner === 'agent' && hand.reason === '') return 'needs-reason'
  const routed = await routedByHand(tx, held, hand.agent, parts.clock.now())
  if (!routed) return 'cannot-take'
  await noteHand(tx, parts, held, hand)
  await handOver(tx, parts, held, routed)
  const how = `đã giao tay cho ${await agentName(tx, hand.agent)}`
  await settleNotices(tx, held.id, { by: await nameOf(tx, held.viewer), how, at: parts.clock.now() })
  return 'done'
}

async function routedByHand(tx: Tx, held: Held, id: string, now: Date): Promise<Routed | undefined> {
  const question = await routingQuestion(tx, held, now)
  const { trail } = routeLead(question)
  const agent = question.agents.find((one) => one.id === id)
  const verdict = trail.considered.find((one) => one.agent === id)?.verdict
  if (!agent || verdict === undefined || !mayBeGiven(verdict)) return undefined
  return { owner: ownerOf(agent), trail: { ...trail, owner: 'agent', ownerId: id, byHand: true } }
}

/** Whom it was taken from, by whom, and why: the reason is for whoever works on it next. */
async function noteHand(
  tx: Tx,
  { clock, mask }: ActParts,
  held: Held,
  { reason, key }: ByHand,
): Promise<void> {
  const actor = actorOf(held.viewer)
  const at = clock.now()
  if (held.agent_id !== null) {
    await writeFacts(tx, held.id, [{ fact: 'taken-away', actor, detail: held.agent_id }], { at })
  }
  await writeFacts(tx, held.id, [{ fact: 'given-by-hand', actor, detail: mask(reason) }], { at, key })
}
