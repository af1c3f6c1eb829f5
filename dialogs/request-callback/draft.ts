import type { ConsentGiven, Effect } from '../../src/conversation/effect.ts'
import type { CommuneRead } from '../read-commune.ts'
import type { World } from '../world.ts'
import { CHAT, type Answers } from './answers.ts'
import type { ConsentAnswer } from './read-consent.ts'

type Needed = 'forWhom' | 'consent' | 'name' | 'phone' | 'bestTime' | 'worry'

/** The answers when nothing is left to ask. */
export type Complete = Readonly<Partial<Answers> & Pick<Answers, Needed>> & {
  readonly commune: CommuneRead
}

/** What was answered, as a lead with its proofs. */
export function draftOf(answers: Complete, world: World): Extract<Effect, { do: 'capture-lead' }> {
  const { commune: place, phone, worry, theirConsent, forWhom } = answers
  const { programme, explained, quote, persona } = world.talk
  const contact = theirConsent?.agreed === true ? 'beneficiary' : 'writer'
  return {
    do: 'capture-lead',
    lead: {
      ...{ forWhom, contact, addressAs: answers.name, bestTime: answers.bestTime, persona },
      phone: phone === CHAT ? undefined : phone,
      commune: { code: place.kind === 'known' ? place.code : '', name: place.name, province: place.province },
      programme: answers.programme ?? programme,
      worry: worry === 'none' ? undefined : worry,
      explained,
      ...(quote === undefined ? {} : { quote }),
    },
    consents: [
      proof(answers.consent, 'self', world.consent),
      ...(theirConsent?.agreed === true && (forWhom === 'parent' || forWhom === 'spouse')
        ? [proof(theirConsent, forWhom, world.consent.beneficiary)]
        : []),
    ],
  }
}

function proof(
  { how, given }: ConsentAnswer,
  by: ConsentGiven['by'],
  { version, hash }: { readonly version: string; readonly hash: string },
): ConsentGiven {
  return { purpose: 'call-back', by, textVersion: version, textHash: hash, how, given }
}
