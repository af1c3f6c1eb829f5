import type { Citizen } from './citizen.ts'
import type { Outside } from './outside.ts'
import type { Records } from './records.ts'

/**
 * Whoever lived through a call-back has exactly one lead, and its code on their phone; nobody else has any. A code that was
 * promised and is not theirs is a lost lead.
 */
export function leadsOf(
  outside: Outside,
  citizens: readonly Citizen[],
  records: Records,
  personOf: ReadonlyMap<string, string>,
) {
  const tallies = citizens.map((citizen) => tallyOf(outside, citizen, records, personOf.get(citizen.id)))
  const sum = (what: 'lost' | 'extra') => tallies.reduce((n, tally) => n + tally[what], 0)
  const known = new Set(personOf.values())
  const strays = records.leads.filter(({ person_id }) => !known.has(person_id)).length
  return {
    'leads lost': sum('lost'),
    'leads doubled': sum('extra') + strays,
    'agents never told': neverTold(outside, records),
    'agents told twice': toldTwice(outside),
  }
}

function tallyOf(outside: Outside, citizen: Citizen, { leads }: Records, person: string | undefined) {
  const { id, channel, wantsCall, awaits } = citizen
  const mine = new Set(leads.filter((lead) => lead.person_id === person).map(({ code }) => code))
  const texts = outside[channel].received(id).map(({ text }) => text)
  const promised = texts.flatMap((text) => /Mã phiếu: (\w+)/.exec(text)?.[1] ?? [])
  const isDue = wantsCall && awaits.length === 0
  const missing = isDue && (mine.size === 0 || promised.length === 0) ? 1 : 0
  return {
    lost: missing + promised.filter((code) => !mine.has(code)).length,
    extra: Math.max(0, mine.size - (wantsCall ? 1 : 0)),
  }
}

/** The same notice, by its tracking id, on a phone more than once. */
function toldTwice({ zalo }: Outside): number {
  const ids = zalo.notices().map(({ trackingId }) => trackingId)
  return ids.length - new Set(ids).size
}

function neverTold(outside: Outside, { leads, tellsWaiting }: Records): number {
  const told = new Set(outside.zalo.notices().map(({ data }) => data['code']))
  return leads.filter(
    ({ id, code, agent_id }) => agent_id !== null && !told.has(code) && !tellsWaiting.has(id),
  ).length
}
