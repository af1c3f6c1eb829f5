import type { NewSuggestion, Settled, Suggestion, Suggestions } from '../../leads/suggestion.ts'
import type { StaffParts } from './staff/staff-parts.ts'
import { writeAudit } from './staff/audit.ts'

const MOST = 200

export function openSuggestions(parts: StaffParts): Suggestions {
  return {
    put: (agent, suggestion) => put(parts, agent, suggestion),
    mine: (agent) => read(chosen(parts).where('s.agent_id', '=', agent)),
    list: (state) => {
      const all = chosen(parts)
      return read(state === undefined ? all : all.where('s.state', '=', state))
    },
    settle: (id, settled, by) => settle(parts, id, settled, by),
  }
}

async function put({ db, clock }: StaffParts, agent_id: string, given: NewSuggestion): Promise<void> {
  const { key, about, ref = null, text: words } = given
  const none = { answer: null, settled_by: null, settled_at: null }
  await db
    .insertInto('suggestion')
    .values({ agent_id, key, about, ref, words, made_at: clock.now(), ...none })
    .onConflict((conflict) => conflict.columns(['agent_id', 'key']).doNothing())
    .execute()
}

function chosen({ db }: StaffParts) {
  return db
    .selectFrom('suggestion as s')
    .innerJoin('agent as a', 'a.id', 's.agent_id')
    .selectAll('s')
    .select('a.name as agent_name')
    .orderBy('s.id', 'desc')
    .limit(MOST)
}

async function read(query: ReturnType<typeof chosen>): Promise<readonly Suggestion[]> {
  return (await query.execute()).map((row) => ({
    ...{ id: Number(row.id), agent: row.agent_id, agentName: row.agent_name, about: row.about },
    ...{ ref: row.ref ?? undefined, text: row.words, madeAt: row.made_at, state: row.state },
    answer: row.answer ?? undefined,
  }))
}

function settle(parts: StaffParts, id: number, { state, answer }: Settled, by: string): Promise<boolean> {
  return parts.db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('suggestion')
      .select('state')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) return false
    const settled = { settled_by: by, settled_at: parts.clock.now() }
    await tx
      .updateTable('suggestion')
      .set({ state, answer: answer ?? null, ...settled })
      .where('id', '=', id)
      .execute()
    const entry = { actor: by, action: 'suggestion.settle', subject: String(id) }
    await writeAudit(tx, parts, { ...entry, before, after: { state } })
    return true
  })
}
