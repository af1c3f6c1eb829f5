import type { Line } from '../../src/simulator/fake-platform/fake-platform.ts'
import type { Citizen } from './citizen.ts'
import type { Outside } from './outside.ts'
import type { Records } from './records.ts'
import { leadsOf } from './verdict-leads.ts'

/** What went wrong, counted; each is zero when the promises were kept. */
export interface Verdict {
  readonly 'messages not kept': number
  readonly 'messages not answered': number
  readonly 'messages answered twice': number
  readonly 'answers missing or out of place in a talk': number
  readonly 'replies not on the phone': number
  readonly 'replies on the phone twice': number
  readonly "replies on somebody else's phone": number
  readonly 'replies out of order on the phone': number
  readonly 'messages answered out of order': number
  readonly 'leads lost': number
  readonly 'leads doubled': number
  readonly 'agents never told': number
  readonly 'agents told twice': number
  readonly 'refresh tokens spent twice': number
  readonly 'dead letters': number
  readonly 'stuck people': number
}

/** `cutOff`: renewals that died before their tokens were kept, and were offered again to learn of it. */
export function judge(
  outside: Outside,
  citizens: readonly Citizen[],
  records: Records,
  cutOff: number,
): Verdict {
  const said = citizens.flatMap((citizen) => ofCitizen(outside, citizen))
  const { events, answered, deadLetters, stuckJobs } = records
  const personOf = peopleOf(outside, citizens, records)
  const shown = citizens.map(({ id, channel }) => ({
    person: personOf.get(id),
    lines: outside[channel].received(id),
  }))
  const kept = new Set(events.map(({ external_id }) => external_id))
  const answeredIds = answered.map(({ external_id }) => external_id)
  const open = events.filter(({ state }) => state !== 'done').length
  return {
    'messages not kept': said.filter(({ id }) => !kept.has(id)).length,
    'messages not answered': open + said.filter(({ id }) => !answeredIds.includes(id)).length,
    'messages answered twice': answeredIds.length - new Set(answeredIds).size + extraTurns(records),
    'answers missing or out of place in a talk': citizens.filter((one) => !isAnswered(outside, one)).length,
    ...repliesOf(records, shown),
    'messages answered out of order': overtaken(outside, citizens, records),
    ...leadsOf(outside, citizens, records, personOf),
    'refresh tokens spent twice': Math.max(0, outside.zalo.tokens.spentTwice - cutOff),
    'dead letters': deadLetters,
    'stuck people': stuckJobs,
  }
}

interface Shown {
  readonly person: string | undefined // our pseudonym
  readonly lines: readonly Line[]
}

/** Whose pseudonym is whose, by the messages they wrote. */
function peopleOf(
  outside: Outside,
  citizens: readonly Citizen[],
  { events }: Records,
): ReadonlyMap<string, string> {
  const writer = new Map(events.map(({ external_id, person_id }) => [external_id, person_id]))
  return new Map(
    citizens.flatMap((citizen) => {
      const [first] = ofCitizen(outside, citizen).flatMap(({ id }) => writer.get(id) ?? [])
      return first === undefined ? [] : [[citizen.id, first] as const]
    }),
  )
}

function ofCitizen(outside: Outside, { id, channel }: Citizen): readonly Line[] {
  return outside[channel].thread(id).filter(({ from }) => from === 'person')
}

/** Each message is a thought of its own, so a talk has exactly as many turns as messages. */
function extraTurns({ versions, events }: Records): number {
  const mine = new Map<string, number>()
  for (const { person_id } of events) mine.set(person_id, (mine.get(person_id) ?? 0) + 1)
  return versions.reduce((n, { person_id, version }) => n + Math.abs(version - (mine.get(person_id) ?? 0)), 0)
}

/** The answers of a talk, one after the other; those of hurried people in any order within one go (see `overtaken`). */
function isAnswered(outside: Outside, { id, channel, kind, play }: Citizen): boolean {
  const texts = outside[channel].received(id).map(({ text }) => text)
  if (kind === 'hurried') {
    return play.every(({ answer }) => {
      const wanted = play.filter((line) => line.answer === answer).length
      return texts.filter((text) => text.includes(answer)).length === wanted
    })
  }
  let next = 0
  for (const text of texts) if (text.includes(play[next]?.answer ?? '\0')) next += 1
  return next === play.length
}

/** Every reply of the outbox is one line on its person's phone, and every line is one reply, in the same order. */
function repliesOf({ outbox }: Records, shown: readonly Shown[]) {
  const placeOf = new Map(outbox.map(({ platform_id }, place) => [platform_id, place]))
  const lines = shown.flatMap(({ person, lines: mine }) => mine.map(({ id }) => ({ id, person })))
  const isTheirs = ({ id, person }: { readonly id: string; readonly person: string | undefined }) =>
    outbox[placeOf.get(id) ?? -1]?.person_id === person
  const places = shown.map(({ lines: mine }) => mine.flatMap(({ id }) => placeOf.get(id) ?? []))
  const overtakes = places.map((mine) => mine.filter((place, i) => place < (mine[i - 1] ?? -1)).length)
  const onPhones = new Set(lines.map(({ id }) => id))
  const strangers = lines.filter(({ id }) => !placeOf.has(id)).length
  return {
    'replies not on the phone': outbox.filter(({ platform_id }) => !onPhones.has(platform_id ?? '')).length,
    'replies on the phone twice': strangers + lines.length - onPhones.size,
    "replies on somebody else's phone": lines.filter((one) => placeOf.has(one.id) && !isTheirs(one)).length,
    'replies out of order on the phone': overtakes.reduce((a, b) => a + b, 0),
  }
}

/** An older message that was taken before a younger one was even posted must be answered first. */
function overtaken(outside: Outside, citizens: readonly Citizen[], { answered }: Records): number {
  const placeOf = new Map(answered.map(({ external_id, seq }) => [external_id, seq]))
  let n = 0
  for (const citizen of citizens) {
    const said = ofCitizen(outside, citizen)
    said.forEach((younger, i) => {
      const postedAt = outside.passages.get(younger.id)?.postedAt ?? -Infinity
      const older = said.slice(Math.max(0, i - 8), i)
      const bound = older.filter(({ id }) => (outside.passages.get(id)?.takenAt ?? Infinity) < postedAt)
      n += bound.filter(({ id }) => (placeOf.get(id) ?? 0) > (placeOf.get(younger.id) ?? 0)).length
    })
  }
  return n
}
