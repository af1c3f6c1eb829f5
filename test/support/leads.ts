import type { Agent } from '../../src/leads/agent.ts'
import type { LeadRecord } from '../../src/leads/lead-record.ts'
import { consent, draft } from './store-work.ts'

/** An agent who can take a lead in commune 16681. */
export function agent(id: string, changes: Partial<Agent> = {}): Agent {
  return {
    ...{ id, name: id.toUpperCase(), organisation: 'Bưu điện', communes: ['16681'], state: 'active' },
    ...{ point: { id: 'diem-1', state: 'active' }, trainedUntil: '2099-12-31', capacity: 20 },
    ...{ quiet: undefined, leaves: [], openLeads: 0, lastOfferedAt: undefined },
    ...changes,
  }
}

export const noDesks = { officer: undefined, office: undefined }

let made = 0

/** A new lead of agent "a", as a turn leaves it; every one has a phone of its own. */
export function leadRecord(at: Date, changes: Partial<LeadRecord> = {}): LeadRecord {
  made += 1
  const phone = `+8497${String(made).padStart(7, '0')}`
  const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
  return {
    ...{ id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`, code: `MA${made}`, isNew: true },
    ...{ capturedAt: at, acceptBefore: later(4), callBefore: later(24), priority: 'normal' },
    ...{ draft: draft({ phone }), consents: [consent], meetingCode: '4827', isOffered: true },
    owner: { kind: 'agent', id: 'a', name: 'Nhân viên Phiếu A', organisation: 'Bưu điện (mẫu)' },
    facts: [
      { fact: 'captured', actor: 'citizen', detail: '' },
      { fact: 'assigned', actor: 'routing', detail: 'agent a' },
    ],
    ...changes,
  }
}
