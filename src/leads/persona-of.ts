import type { LeadDraft, Persona } from '../conversation/effect.ts'

/** How a person lives, as told; or the likeliest for what they ask about and for whom, marked as a guess. */
export function personaOf({
  persona,
  forWhom,
  programme,
}: Pick<LeadDraft, 'forWhom' | 'programme'> & { readonly persona?: Persona | undefined }): {
  readonly persona: Persona
  readonly isGuess: boolean
} {
  if (persona !== undefined) return { persona, isGuess: false }
  return { persona: forWhom === 'parent' ? 'older' : (usual[programme] ?? 'farmer'), isGuess: true }
}

/** Who mostly asks about it (product.md §1.1: farmers and people without a contract are the campaign's main audience). */
const usual: Readonly<Record<string, Persona>> = {
  'household-health': 'home',
  health: 'home',
  unemployment: 'worker',
  compulsory: 'worker',
  pension: 'older',
}
