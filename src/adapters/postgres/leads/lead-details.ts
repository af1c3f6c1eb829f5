import { z } from 'zod'
import { personas, worries, type LeadDraft } from '../../../conversation/effect.ts'
import type { Day } from '../../../policy/values.ts'
import type { DataKey } from '../sealing/vault.ts'

const PLACE = 'lead.details'

/** Everything about a lead that is about a person; the columns beside it only serve to route and to count. */
const details = z.object({
  forWhom: z.enum(['self', 'parent', 'spouse', 'child', 'family']).transform((whom) => familyOf(whom)),
  contact: z.enum(['writer', 'beneficiary']).default('writer'),
  addressAs: z.string(),
  phone: z.string().optional(),
  commune: z.object({ code: z.string(), name: z.string(), province: z.string() }),
  programme: z.string(),
  bestTime: z.enum(['morning', 'afternoon', 'evening', 'any']),
  worry: z.enum(worries).optional(),
  persona: z.enum(personas).optional(),
  explained: z.array(z.string()),
  quote: z
    .object({ on: z.string().transform((day) => day as Day), say: z.string(), receipt: z.string() }) // written from a Day
    .optional(),
})

/** Leads of before 2026-12 said no more than "family". */
function familyOf(whom: LeadDraft['forWhom'] | 'family'): LeadDraft['forWhom'] {
  return whom === 'family' ? 'parent' : whom
}

export function sealDetails(key: DataKey, draft: LeadDraft): string {
  return key.seal(PLACE, JSON.stringify(draft))
}

export function openDetails(key: DataKey, sealed: string): LeadDraft {
  const { quote, phone, worry, persona, ...draft } = details.parse(JSON.parse(key.open(PLACE, sealed)))
  return { ...draft, phone, worry, persona, ...(quote && { quote }) }
}

const CODE_PLACE = 'lead.meeting-code'

export const sealMeetingCode = (key: DataKey, code: string): string => key.seal(CODE_PLACE, code)

export function openMeetingCode(key: DataKey, sealed: string | null): string {
  return sealed === null ? '' : key.open(CODE_PLACE, sealed)
}
