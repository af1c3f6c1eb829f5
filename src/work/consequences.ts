import { createHash, randomInt } from 'node:crypto'
import type { Effect, LeadWish } from '../conversation/effect.ts'
import { isLookUp } from '../conversation/look-ups.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Bot, LeadPromise } from '../conversation/turn.ts'
import { dayInVietNam, minuteInVietNam } from '../conversation/day-in-viet-nam.ts'
import { callerOf, captureLead } from '../leads/capture-lead.ts'
import { deadlinesFrom } from '../leads/deadlines.ts'
import type { DataWish } from '../leads/personal-data.ts'
import type { LeadRecord } from '../leads/lead-record.ts'
import { promiseAt } from '../hand-over/hand-over.ts'
import type { Conversation, HandOverChange, StaffNotice } from '../work-ports.ts'
import type { ScamReport } from '../leads/trust-desk.ts'
import { lookUp } from './look-up.ts'
import type { WorkParts } from './work-parts.ts'

/** What the effects of one turn come to: said to the citizen, kept, and shown to the province's desk. */
export interface Consequences {
  readonly replies: readonly Reply[]
  readonly leads: readonly LeadRecord[]
  readonly notices: readonly StaffNotice[]
  readonly handOvers: readonly HandOverChange[]
  readonly wishes: readonly DataWish[]
  readonly scamReports: readonly ScamReport[]
}

/** The work loop, and the bot that took the turn. */
type ConsequenceParts = WorkParts & { readonly bot: Bot }

/** `eventId` is what the turn answers: leads are named after it, so the same turn cannot leave two. */
export async function consequences(
  parts: ConsequenceParts,
  talk: Conversation,
  eventId: string,
  effects: readonly Effect[],
): Promise<Consequences> {
  const each: Partial<Consequences>[] = []
  for (const [place, effect] of effects.entries()) {
    each.push(await consequenceOf(parts, talk, `${eventId} ${place}`, effect))
  }
  return {
    replies: each.flatMap(({ replies = [] }) => replies),
    leads: each.flatMap(({ leads = [] }) => leads),
    notices: each.flatMap(({ notices = [] }) => notices),
    handOvers: each.flatMap(({ handOvers = [] }) => handOvers),
    wishes: each.flatMap(({ wishes = [] }) => wishes),
    scamReports: each.flatMap(({ scamReports = [] }) => scamReports),
  }
}

async function consequenceOf(
  parts: ConsequenceParts,
  talk: Conversation,
  name: string,
  effect: Effect,
): Promise<Partial<Consequences>> {
  if (isLookUp(effect)) return lookUp(parts, talk, idFrom(name), effect)
  switch (effect.do) {
    case 'call-a-person': {
      const notice: StaffNotice = { kind: 'call-a-person', detail: effect.reason }
      if (effect.reason !== 'asked') return { notices: [notice] }
      return {
        notices: talk.handOver ? [] : [notice],
        ...callPerson(parts, talk, idFrom(`${name} hand-over`)),
      }
    }
    case 'leave-person':
      return talk.handOver ? { handOvers: [{ kind: 'closed', id: talk.handOver.id, why: effect.why }] } : {}
    case 'about-lead':
      return aboutLead(parts, talk, effect.what)
    case 'report-scam': {
      const { commune, pattern, verdict } = effect
      return { scamReports: [{ commune, pattern, verdict }] }
    }
    case 'capture-lead':
      return capture(parts, talk, idFrom(`${name} lead`), effect)
    case 'show-my-data':
      return { replies: parts.bot.sayHeld(await parts.store.personalData.held(talk.person)) }
    case 'data-request':
      return wish(parts, effect.kind)
  }
}

/** A person of the desk is to answer, by the time the citizen is told; asked for again, that time stays. */
function callPerson({ bot, officeFor, clock, patience }: ConsequenceParts, talk: Conversation, id: string) {
  const promise = promiseAt(officeFor(talk.who), clock.now(), patience)
  const { answerBy = promise.answerBy } = talk.handOver ?? {}
  const replies = bot.sayHandOver({ ...promise, answerBy })
  return talk.handOver
    ? { replies }
    : { replies, handOvers: [{ kind: 'opened', id, answerBy, words: [] } as const] }
}

/** The receipt is said in the same turn that enters the wish in the register. */
function wish({ bot, clock }: ConsequenceParts, kind: DataWish['kind']) {
  const code = freshReceipt()
  const today = dayInVietNam(clock.now())
  return { replies: bot.sayRequested({ kind, code, today }), wishes: [{ kind, code }] }
}

/** Who calls and when is said again; the rest is done, and said to be done. */
async function aboutLead(
  { store, bot }: ConsequenceParts,
  { person }: Conversation,
  what: LeadWish,
): Promise<Partial<Consequences>> {
  const promise = await store.leads.wish(person, what)
  if (!promise) return { replies: bot.sayAboutLead('none') }
  const first = what === 'status' ? bot.sayPromise(promise) : []
  return { replies: [...first, ...bot.sayAboutLead(what)] }
}

async function capture(
  { store, clock, bot, mask, officeFor }: ConsequenceParts,
  { person, who }: Conversation,
  id: string,
  { lead, consents }: Extract<Effect, { do: 'capture-lead' }>,
): Promise<Partial<Consequences>> {
  const at = clock.now()
  const office = officeFor(who)
  const agents = await store.leads.agents(lead.commune.code)
  const captured = captureLead({
    draft: { ...lead, addressAs: mask(lead.addressAs) },
    consents: consents.map((consent) => ({ ...consent, given: mask(consent.given) })),
    at,
    today: dayInVietNam(at),
    minute: minuteInVietNam(at),
    fresh: { id, code: freshCode(), meetingCode: freshMeetingCode() },
    standing: await store.leads.standing(person, lead.phone),
    agents,
    belowTarget: await store.leads.belowTarget(agents, lead.programme),
    desks: await store.leads.desks(lead.commune.code),
    deadlines: (priority) => deadlinesFrom(at, priority, office),
  })
  if (captured.kind !== 'kept') return { replies: bot.sayNotKept(captured), leads: [], notices: [] }
  const { record } = captured
  return { replies: bot.sayPromise(promiseOf(record)), leads: [record], notices: noticesOf(record) }
}

function promiseOf({ code, draft, callBefore, owner, meetingCode }: LeadRecord): LeadPromise {
  const { addressAs, phone } = draft
  const byChat = phone === undefined
  return { leadCode: code, addressAs, callBefore, caller: callerOf(owner), meetingCode, byChat }
}

/** A lead no agent has is work for people at a desk. */
function noticesOf({ id, owner, isOffered, draft }: LeadRecord): readonly StaffNotice[] {
  if (owner.kind === 'agent' || !isOffered) return []
  return [{ kind: 'lead-unassigned', detail: draft.commune.code, lead: id }]
}

/** Read out on the phone: no letters or digits that sound or look alike. */
const CODE_LETTERS = 'ACDEFGHJKLMNPQRTUVXY34679'
const CODE_LENGTH = 6

/** Four digits: said out loud on a doorstep. */
const freshMeetingCode = (): string => String(randomInt(10_000)).padStart(4, '0')

function freshCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
}

/** A receipt for a wish about one's data: longer than a lead's code, nobody guesses it. */
const freshReceipt = (): string => `DL${freshCode()}${freshCode()}`

/** A UUID that is always the same for the same name. */
function idFrom(name: string): string {
  const h = createHash('sha256').update(name).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}
