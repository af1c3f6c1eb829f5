import type { Transaction } from 'kysely'
import type { Acted } from '../../../leads/agent-desk.ts'
import type {
  AgentChoice,
  CommuneGiven,
  CommuneSet,
  DeskAct,
  LeadDesk,
  NotShown,
  Staff,
} from '../../../leads/lead-desk.ts'
import type { LeadView } from '../../../leads/lead.ts'
import { routeLead } from '../../../leads/route-lead.ts'
import { isWithin, type Reach } from '../../../leads/viewer.ts'
import type { Database } from '../database/schema.ts'
import { writeAudit } from '../staff/audit.ts'
import { actOn } from './act-on-lead.ts'
import type { AgentWorkParts } from './agent-work.ts'
import { deskCard, keepingOf } from './desk-card.ts'
import { deskList, deskRows, leadCommunes, within } from './desk-list.ts'
import { type ByHand, giveByHand } from './give-by-hand.ts'
import { routingQuestion } from './give-on.ts'
import { setCommune } from './set-commune.ts'
import { type Held, holdLead, isTheirs, placeOf, showLead } from './lead-view.ts'

type Tx = Transaction<Database>

/** What staff at the desks do with leads; every look at somebody's data and every act is in the audit. */
export function openLeadDesk(parts: AgentWorkParts): LeadDesk {
  const { db } = parts
  const inOne = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work)
  return {
    list: (reach, query) => deskList(parts, reach, query),
    communes: (reach) => leadCommunes(db, reach),
    find: (reach, id) => deskCard(parts, reach, id),
    agents: (reach, id) => agentChoices(parts, reach, id),
    reveal: (who, id, reason) => inOne((tx) => reveal(tx, parts, { who, id, reason })),
    act: (who, id, act, key) => inOne((tx) => actAtDesk(tx, parts, { who, id, act, key })),
    setCommune: (who, id, given, key) =>
      inOne((tx) => placeLead(tx, parts, { who, id, given: { ...given, key } })),
    give: (who, id, to, key) => inOne((tx) => give(tx, parts, { who, id, hand: { ...to, key } })),
  }
}

/** Locked, when it lies within their reach and its person is still known. */
async function reached(tx: Tx, who: Staff, id: string): Promise<Held | undefined> {
  const held = await holdLead(tx, who, id)
  return held && isWithin(who.reach, placeOf(held)) ? held : undefined
}

interface Asked {
  readonly who: Staff
  readonly id: string
}

async function reveal(
  tx: Tx,
  parts: AgentWorkParts,
  { who, id, reason }: Asked & { readonly reason: string },
): Promise<LeadView | NotShown> {
  const held = await reached(tx, who, id)
  if (!held) return (await isErased(tx, who.reach, id)) ? 'erased' : 'not-there'
  const keeping = await keepingOf(tx, held)
  if (keeping !== 'held') return keeping
  if (!isTheirs(held)) return 'an-agents'
  if (held.state === 'closed') return 'closed'
  await noteAct(tx, parts, held, { action: 'reveal', after: { reason: parts.mask(reason) } })
  return showLead(tx, parts, held)
}

async function isErased(tx: Tx, reach: Reach, id: string): Promise<boolean> {
  const rows = within(deskRows(tx), reach).where('l.id', '=', id).where('l.person_id', 'is', null)
  return (await rows.executeTakeFirst()) !== undefined
}

async function actAtDesk(
  tx: Tx,
  parts: AgentWorkParts,
  { who, id, act, key }: Asked & { readonly act: DeskAct; readonly key: string },
): Promise<Acted | 'not-there'> {
  const held = await reached(tx, who, id)
  if (!held) return 'not-there'
  if ((await keepingOf(tx, held)) !== 'held') return 'not-now' // nothing more is written down about them
  const acted = await actOn(tx, parts, held, { act, key })
  if (acted !== 'done') return acted
  const after = act.do === 'outcome' ? { outcome: act.outcome.kind } : {}
  await noteAct(tx, parts, held, { action: act.do, after })
  return acted
}

async function give(tx: Tx, parts: AgentWorkParts, { who, id, hand }: Asked & { readonly hand: ByHand }) {
  const held = await reached(tx, who, id)
  if (!held) return 'not-there'
  const given = await giveByHand(tx, parts, held, hand)
  if (given !== 'done') return given
  const before = { owner: held.agent_id ?? held.owner }
  const after = { owner: hand.agent, reason: parts.mask(hand.reason) }
  await noteAct(tx, parts, held, { action: 'give', before, after })
  return given
}

async function placeLead(
  tx: Tx,
  parts: AgentWorkParts,
  { who, id, given }: Asked & { readonly given: CommuneGiven & { readonly key: string } },
): Promise<CommuneSet> {
  const held = await reached(tx, who, id)
  if (!held) return 'not-there'
  if ((await keepingOf(tx, held)) !== 'held') return 'not-now'
  const set = await setCommune(tx, parts, held, given)
  if (set === 'done')
    await noteAct(tx, parts, held, {
      action: 'commune',
      before: { commune: '' },
      after: { commune: given.commune.code },
    })
  return set
}

type Change = Readonly<Record<string, string>>

function noteAct(
  tx: Tx,
  parts: AgentWorkParts,
  { viewer, code }: Held,
  {
    action,
    before = {},
    after,
  }: { readonly action: string; readonly before?: Change; readonly after: Change },
): Promise<void> {
  const actor = viewer.kind === 'staff' ? viewer.login : viewer.id
  return writeAudit(tx, parts, { actor, action: `lead.${action}`, subject: code, before, after })
}

/** Everyone who covers the commune, with how the rules would see them if the lead went out now. */
async function agentChoices(
  { db, clock }: AgentWorkParts,
  reach: Reach,
  id: string,
): Promise<readonly AgentChoice[] | undefined> {
  const rows = within(deskRows(db), reach).select('l.agent_id').where('l.id', '=', id)
  const lead = await rows.executeTakeFirst()
  if (!lead) return undefined
  const question = await routingQuestion(db, lead, clock.now())
  const { considered } = routeLead(question).trail
  return question.agents.flatMap(({ id: agent, name, organisation }) =>
    considered
      .filter((one) => one.agent === agent)
      .map(({ verdict, open, capacity }) => {
        return { id: agent, name, organisation, open, capacity, verdict, isOwner: agent === lead.agent_id }
      }),
  )
}
