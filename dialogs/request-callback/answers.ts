import type { LeadDraft } from '../../src/conversation/effect.ts'
import type { CommuneAnswer } from '../read-commune.ts'
import type { ConsentAnswer } from './read-consent.ts'

/** Everything somebody who wants to be called may tell; nothing about them is asked before they agreed. */
export interface Answers {
  forWhom: LeadDraft['forWhom']
  adult: 'yes' | 'no'
  consent: ConsentAnswer
  contact: LeadDraft['contact']
  theirConsent: ConsentAnswer // of the parent or spouse, who was handed the phone
  name: string
  phone: string // E.164, or CHAT
  phoneRight: 'yes' | 'no'
  commune: CommuneAnswer
  bestTime: LeadDraft['bestTime']
  programme: LeadDraft['programme']
  worry: NonNullable<LeadDraft['worry']> | 'none'
}

/** Instead of a phone: "nhắn tôi ở đây". */
export const CHAT = 'chat'
