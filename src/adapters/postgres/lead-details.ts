import { z } from 'zod'
import type { LeadDraft } from '../../conversation/effect.ts'
import type { Day } from '../../policy/values.ts'
import type { DataKey } from './sealing/vault.ts'

const PLACE = 'lead.details'

/** Everything about a lead that is about a person; the columns beside it only serve to route and to count. */
const details = z.object({
  forWhom: z.enum(['self', 'family']),
  addressAs: z.string(),
  phone: z.string(),
  commune: z.object({ code: z.string(), name: z.string(), province: z.string() }),
  programme: z.string(),
  bestTime: z.enum(['morning', 'afternoon', 'evening', 'any']),
  explained: z.array(z.string()),
  quote: z
    .object({ on: z.string().transform((day) => day as Day), say: z.string(), receipt: z.string() }) // written from a Day
    .optional(),
})

export function sealDetails(key: DataKey, draft: LeadDraft): string {
  return key.seal(PLACE, JSON.stringify(draft))
}

export function openDetails(key: DataKey, sealed: string): LeadDraft {
  const { quote, ...draft } = details.parse(JSON.parse(key.open(PLACE, sealed)))
  return { ...draft, ...(quote && { quote }) }
}
