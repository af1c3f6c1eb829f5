import type { Owner } from '../../../leads/agent.ts'

/** An owner as the columns of a lead. */
export function ownerColumns(owner: Owner) {
  return {
    owner: owner.kind,
    agent_id: owner.kind === 'agent' ? owner.id : null,
    owner_ref: 'id' in owner ? owner.id : null,
    owner_name: owner.kind === 'commune-officer' || owner.kind === 'local-office' ? owner.name : null,
  }
}

/** A lead joined with its agent: whose it is. */
export interface OwnedRow {
  readonly owner: Owner['kind']
  readonly owner_ref: string | null
  readonly owner_name: string | null
  readonly agent_name: string | null
  readonly agent_organisation: string | null
}

export function ownerIn(row: OwnedRow): Owner {
  const id = row.owner_ref ?? ''
  switch (row.owner) {
    case 'agent':
      return { kind: 'agent', id, name: row.agent_name ?? '', organisation: row.agent_organisation ?? '' }
    case 'commune-officer':
    case 'local-office':
      return { kind: row.owner, id, name: row.owner_name ?? '' }
    case 'province-desk':
      return { kind: 'province-desk' }
  }
}
