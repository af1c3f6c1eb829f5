import type { LeadFact, LeadState, Outcome } from './lead.ts'

/** What an owner does with a lead. Each comes with a key of its own: the same act twice is one act. */
export type LeadAct =
  | { readonly do: 'accept' }
  | { readonly do: 'decline'; readonly reason: string }
  | { readonly do: 'hand-on'; readonly reason: string }
  | { readonly do: 'outcome'; readonly outcome: Outcome; readonly note?: string | undefined }
  | { readonly do: 'note'; readonly text: string }

/** Where an act leads: a state, the next owner, or nowhere because it is not for now. */
export type Step =
  | { readonly kind: 'state'; readonly state: LeadState; readonly fact: LeadFact }
  | { readonly kind: 'next-owner'; readonly fact: LeadFact }
  | { readonly kind: 'not-now' }

/** The talk goes on after these; every other outcome closes the lead. */
const goesOn: readonly Outcome['kind'][] = ['not-reached', 'call-again', 'will-join']

const notNow: Step = { kind: 'not-now' }

/** The one place that says which act is for which state. */
export function stepOf(state: LeadState, act: LeadAct): Step {
  switch (act.do) {
    case 'accept':
      return state === 'offered' ? { kind: 'state', state: 'accepted', fact: 'accepted' } : notNow
    case 'decline':
      return state === 'offered' ? { kind: 'next-owner', fact: 'declined' } : notNow
    case 'hand-on':
      return state === 'accepted' || state === 'contacted'
        ? { kind: 'next-owner', fact: 'handed-on' }
        : notNow
    case 'note':
      return state === 'offered' ? notNow : { kind: 'state', state, fact: 'noted' }
    case 'outcome':
      return afterCall(state, act.outcome)
  }
}

/** A closed lead's outcome can be put right, but a closed lead does not go back to work by itself. */
function afterCall(state: LeadState, { kind }: Outcome): Step {
  if (state === 'offered') return notNow
  if (kind === 'other-commune') return { kind: 'next-owner', fact: 'outcome' }
  const isOver = state === 'closed' || !goesOn.includes(kind)
  if (isOver) return { kind: 'state', state: 'closed', fact: 'outcome' }
  const reached = kind !== 'not-reached' || state === 'contacted'
  return { kind: 'state', state: reached ? 'contacted' : 'accepted', fact: 'outcome' }
}
