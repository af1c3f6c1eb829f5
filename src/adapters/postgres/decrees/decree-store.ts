import type { DecreeForm } from '../../../decrees/form.ts'
import type { DecreeStore } from '../../../decrees/ports.ts'
import type { Decree, DecreeState } from '../../../decrees/revision.ts'
import type { LawChange } from '../../../policy/law-change.ts'
import { writeAudit } from '../staff/audit.ts'
import { publish, save, step } from './change-decree.ts'
import {
  columnsOf,
  type DecreeParts,
  decreeOf,
  isMovedSince,
  type Row,
  type Tx,
  versionNow,
} from './decree-rows.ts'

const MOST = 1_000

/** Decrees on one database. Publications follow one another; drafts do not wait for them. */
export function openDecreeStore(parts: DecreeParts): DecreeStore {
  const { db } = parts
  return {
    published: () => listed(parts, ['published'], 'published_no'),
    open: async () => (await listed(parts, ['draft', 'submitted'], 'changed_at')).toReversed(),
    history: async () => (await listed(parts, ['published', 'taken-back'], 'published_no')).toReversed(),
    async find(id) {
      const row = await db.selectFrom('decree').selectAll().where('id', '=', id).executeTakeFirst()
      return row && decreeOf(row)
    },
    begin: (name, form, by) =>
      db.transaction().execute(async (tx) => decreeOf(await begin(tx, parts, { name, form, by }))),
    movedSince: (one) => isMovedSince(db, one),
    save: (seen, change, by) => save(parts, seen, { change, by }),
    step: (seen, taken, by) => step(parts, seen, { step: taken, by }),
    adopt: (name, form, change, by) => adopt(parts, { name, form, by }, change),
  }
}

/** The newest of them, in this order. */
async function listed(
  { db }: DecreeParts,
  states: readonly DecreeState[],
  order: 'published_no' | 'changed_at',
): Promise<readonly Decree[]> {
  const rows = await db
    .selectFrom('decree')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy(order, 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(decreeOf).toReversed()
}

interface New {
  readonly name: string
  readonly form: DecreeForm
  readonly by: string
}

async function begin(tx: Tx, parts: DecreeParts, { name, form, by }: New): Promise<Row> {
  const row = await tx
    .insertInto('decree')
    .values({
      ...{ name, ...columnsOf(form), state: 'draft', seen: await versionNow(tx), authors: [by] },
      changed_at: parts.clock.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeAudit(tx, parts, {
    ...{ actor: by, action: 'decree.begin', subject: String(row.id), after: { bản: name } },
  })
  return row
}

function adopt(parts: DecreeParts, given: New, change: LawChange): Promise<void> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await begin(tx, parts, given)
    const taken = { do: 'approve', change, secondRead: undefined } as const
    await publish(tx, parts, { row, taken, by: given.by })
    await writeAudit(tx, parts, {
      ...{ actor: given.by, action: 'decree.approve', subject: String(row.id), after: { bản: given.name } },
    })
  })
}
