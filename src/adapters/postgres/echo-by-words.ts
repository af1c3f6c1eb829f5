import { sql } from 'kysely'
import type { Reply } from '../../conversation/reply.ts'
import type { Observation } from '../../ports.ts'
import type { OutboxParts } from './outbox.ts'

type Echo = Extract<Observation, { readonly kind: 'echo' }>

/** One of our messages, and the platform's id of it. */
export interface Known {
  readonly id: string
  readonly mid: string
}

interface TriedRow {
  readonly id: string
  readonly person_id: string
  readonly lookup: string
  readonly wrapped_key: string
  readonly sealed_reply: string
  readonly is_picture: boolean
  readonly tried_at: Date
}

/** How far the platform's clock may be behind ours. */
const CLOCKS_APART_MS = 2_000

/**
 * For platforms that carry no id of ours: the message is the oldest one to that person that was tried before the echo,
 * is not settled, and says the same; of a picture, which comes back without words, that it is one. Echoes of what is settled find none.
 */
export async function byTheirWords(parts: OutboxParts, echoes: readonly Echo[]): Promise<readonly Known[]> {
  const spoken = onceEach(echoes.filter((echo) => echo.words && echo.outboundId === undefined))
  if (spoken.length === 0) return []
  const lookups = new Set(spoken.map(({ to }) => parts.people.lookupOf(to)))
  const open = await triedAndOpen(parts, [...lookups])
  if (open.length === 0) return []
  const settled = await settledAs(
    parts,
    spoken.map(({ platformId }) => platformId),
  )
  const taken = new Set<string>()
  return spoken.flatMap(({ to, platformId: mid, words }) => {
    if (settled.has(mid)) return [] // its own call said so already: not the echo of the next one that says the same
    const lookup = parts.people.lookupOf(to)
    const row = open.find((one) => one.lookup === lookup && !taken.has(one.id) && isThis(parts, one, words))
    if (!row) return []
    taken.add(row.id)
    return [{ id: row.id, mid }]
  })
}

/** An echo that came several times at one moment is one: its copies would settle the next messages that say the same. */
function onceEach(echoes: readonly Echo[]): readonly Echo[] {
  return [...new Map(echoes.map((echo) => [echo.platformId, echo])).values()]
}

async function triedAndOpen({ db }: OutboxParts, lookups: readonly string[]): Promise<readonly TriedRow[]> {
  const { rows } = await sql<TriedRow>`
    select o.id, o.person_id, p.lookup, p.wrapped_key, o.sealed_reply, o.sealed_picture is not null as is_picture, o.tried_at
    from person p join outbox o on o.person_id = p.id
    where p.lookup = any(${lookups}::text[]) and o.state in ('waiting', 'sending') and o.tried_at is not null
    order by o.seq`.execute(db)
  return rows
}

/** Which of these ids of the platform stand on messages already. */
async function settledAs({ db }: OutboxParts, mids: readonly string[]) {
  const rows = await db.selectFrom('outbox').select('platform_id').where('platform_id', 'in', mids).execute()
  return new Set(rows.map(({ platform_id }) => platform_id))
}

function isThis({ people }: OutboxParts, row: TriedRow, words: Echo['words']): boolean {
  if (!words || words.at.getTime() < row.tried_at.getTime() - CLOCKS_APART_MS) return false
  const key = people.keyIn({ id: row.person_id, wrapped_key: row.wrapped_key })
  // Our own turn store sealed it, and the seal is authenticated: nobody else can have written the shape.
  const { text, form } = JSON.parse(key.open('outbox.reply', row.sealed_reply)) as Reply
  if (row.is_picture) return words.text === '' || (words.isPicture === true && isSame(text, words.text))
  if (words.isPicture) return false
  return form === undefined ? isSame(text, words.text) : isFormOf(text, words.text)
}

const isSame = (ours: string, theirs: string) => ours.normalize('NFC') === theirs.normalize('NFC')

/** A form of the platform's own comes back with our words among its, or with no words at all. */
const isFormOf = (ours: string, theirs: string) =>
  theirs === '' || theirs.normalize('NFC').includes(ours.normalize('NFC'))
