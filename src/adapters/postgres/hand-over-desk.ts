import { sql } from 'kysely'
import type { Reply } from '../../conversation/reply.ts'
import type { DeskRefusal, HandOverDesk, TalkLine, WaitingTalk } from '../../hand-over/hand-over-desk.ts'
import type { Correspondent } from '../../ports.ts'
import { LINE } from './commit-hand-overs.ts'
import type { Db, OutboxState } from './database/schema.ts'
import type { OutboxParts } from './outbox.ts'
import { PICTURE } from './outbox-claim.ts'
import { AT_ONCE, putOutbound } from './put-outbound.ts'

/** Both platforms take so many characters in one message. */
const LONGEST_TEXT = 2_000

/** The province's desk at its hand-overs, one transaction an act. */
export function openHandOverDesk(parts: OutboxParts): HandOverDesk {
  return {
    open: () => openOnes(parts.db),
    lines: (id) => linesOf(parts, id),
    who: (id) => whoIn(parts, id),
    async heardBy(id, at) {
      const set = parts.db.updateTable('hand_over').set({ interacted_at: at })
      await set.where('id', '=', id).where('closed_at', 'is', null).execute()
    },
    claim: (id, staff) => act(parts, id, staff, async () => undefined),
    async reply(id, staff, text) {
      const typed = text.trim().normalize('NFC')
      if (typed === '' || [...typed].length > LONGEST_TEXT) return 'too-long'
      return act(parts, id, staff, (tx, of) => say(tx, parts, of, [{ text: typed }]))
    },
    async show(id, staff, { text, description, picture }) {
      const words = text === '' ? [] : [{ text: text.normalize('NFC') }]
      const shown = { text: description.normalize('NFC'), picture: Buffer.from(picture) }
      return act(parts, id, staff, (tx, of) => say(tx, parts, of, [...words, shown]))
    },
    giveBack: (id, staff) =>
      act(parts, id, staff, async (tx) => {
        await tx.updateTable('hand_over').set({ given_back: true }).where('id', '=', id).execute()
        await parts.jobs.put(tx, 'hand-over', [{ key: id, startAfter: parts.clock.now() }])
      }),
  }
}

type Tx = Parameters<Parameters<ReturnType<Db['transaction']>['execute']>[0]>[0]
type Claimed = NonNullable<Awaited<ReturnType<typeof claimed>>>

/** What staff do makes it theirs first. Somebody in the platform's inbox is no colleague to step aside for. */
async function act(
  { db, clock }: OutboxParts,
  id: string,
  staff: string,
  then: (tx: Tx, of: Claimed) => Promise<void>,
): Promise<'done' | DeskRefusal> {
  return db.transaction().execute(async (tx) => {
    const of = await claimed(tx, id)
    if (!of) return 'over'
    const { claimed_by: holder } = of
    if (holder !== null && holder !== staff && holder !== 'inbox') return 'taken'
    await tx
      .updateTable('hand_over')
      .set((eb) => ({
        state: 'claimed',
        claimed_by: staff,
        spoke_at: eb.fn<Date>('coalesce', ['spoke_at', eb.val(clock.now())]), // quiet is reckoned from here
      }))
      .where('id', '=', id)
      .execute()
    await then(tx, of)
    return 'done'
  })
}

function claimed(tx: Tx, id: string) {
  return tx
    .selectFrom('hand_over as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .select(['h.id', 'h.claimed_by', 'h.interacted_at', 'p.id as person', 'p.channel', 'p.wrapped_key'])
    .where('h.id', '=', id)
    .where('h.closed_at', 'is', null)
    .forUpdate('h')
    .executeTakeFirst()
}

interface Message {
  readonly text: string
  readonly picture?: Buffer
}

/** In this order; each is a line of the talk, too. */
async function say(
  tx: Tx,
  { people, jobs, clock }: OutboxParts,
  of: Claimed,
  messages: readonly Message[],
): Promise<void> {
  const { id, person, channel, wrapped_key, interacted_at: heard_at } = of
  const key = people.keyIn({ id: person, wrapped_key })
  const now = clock.now()
  for (const { text, picture } of messages) {
    const reply: Reply = { text, buttons: [], typedBy: 'staff' }
    const { id: outbox_id } = await tx
      .insertInto('outbox')
      .values({
        ...{ person_id: person, heard_at, not_before: AT_ONCE, written_at: now },
        sealed_reply: key.seal('outbox.reply', JSON.stringify(reply)),
        ...(picture && { sealed_picture: key.seal(PICTURE, picture) }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const sealed_text = key.seal(LINE, text)
    const line = { hand_over_id: id, by: 'staff', sealed_text, at: now, outbox_id } as const
    await tx
      .insertInto('hand_over_line')
      .values({ ...line, is_picture: picture !== undefined })
      .execute()
  }
  await tx.updateTable('hand_over').set({ spoke_at: now }).where('id', '=', id).execute()
  await putOutbound(tx, jobs, [{ person, channel }])
}

async function openOnes(db: Db): Promise<readonly WaitingTalk[]> {
  const rows = await db
    .selectFrom('hand_over as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .leftJoin('session as s', 's.person_id', 'p.id')
    .select(['h.id', 'p.channel', 'p.desk', 'h.state', 'h.asked_at', 'h.answer_by', 'h.claimed_by'])
    .select((eb) => [
      'h.spoke_at',
      eb.fn<Date>('greatest', ['h.asked_at', 'h.heard_at', 'h.interacted_at', 's.heard_at']).as('heardAt'),
    ])
    .where('h.closed_at', 'is', null)
    .orderBy('h.asked_at')
    .execute()
  return rows.map(({ asked_at: askedAt, answer_by, claimed_by, spoke_at, ...row }) => ({
    ...row,
    askedAt,
    answerBy: answer_by ?? undefined,
    claimedBy: claimed_by ?? undefined,
    spokeAt: spoke_at ?? undefined,
  }))
}

async function whoIn({ db, people }: OutboxParts, id: string): Promise<Correspondent | undefined> {
  const row = await db
    .selectFrom('hand_over as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .select(['p.id', 'p.channel', 'p.desk', 'p.sealed_user', 'p.wrapped_key'])
    .where('h.id', '=', id)
    .where('h.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { channel, desk, sealed_user } = row
  return { channel, desk, id: people.keyIn(row).open('person.user', sealed_user) }
}

async function linesOf({ db, people }: OutboxParts, id: string): Promise<readonly TalkLine[]> {
  const rows = await db
    .selectFrom('hand_over_line as l')
    .innerJoin('hand_over as h', 'h.id', 'l.hand_over_id')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .leftJoin('outbox as o', 'o.id', 'l.outbox_id')
    .select(['l.by', 'l.sealed_text', 'l.at', 'l.is_picture', 'o.state', 'p.id', 'p.wrapped_key'])
    .where('h.id', '=', id)
    .orderBy(sql`l.id`)
    .execute()
  return rows.map(({ by, at, sealed_text, is_picture, state, ...person }) => ({
    by,
    at,
    text: people.keyIn(person).open(LINE, sealed_text),
    ...(is_picture && { isPicture: true }),
    ...(state !== null && { sent: sentAs[state] }),
  }))
}

const sentAs: Readonly<Record<OutboxState, NonNullable<TalkLine['sent']>>> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  'not-allowed-now': 'failed',
  'person-left': 'failed',
  'our-fault': 'failed',
}
