import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end, type Ask, type Question } from '../../src/conversation/journey.ts'
import { formatPhone, readPhone } from '../../src/conversation/read-phone.ts'
import { readYesNo } from '../../src/conversation/read-yes-no.ts'
import {
  askCommune,
  communeChoices,
  hasNewName,
  homeName,
  inSentence,
  isOtherProvince,
  readCommune,
  settledCommune,
  type CommuneRead,
} from '../read-commune.ts'
import { readTime } from '../read-time.ts'
import type { World } from '../world.ts'
import { CHAT, type Answers } from './answers.ts'
import { draftOf, type Complete } from './draft.ts'
import { ofAge } from './of-age.ts'
import { readConsent } from './read-consent.ts'
import { readName } from './read-name.ts'
import {
  readAdult,
  readChat,
  readContact,
  readForWhom,
  readProgramme,
  readRight,
  readWorry,
} from './readers.ts'

type Asked<Name extends keyof Answers> = Question<Answers[Name], Answers, World>
type Given = Readonly<Partial<Answers>>

const keys = (question: string, names: readonly string[]) => () =>
  names.map((name) => ({ key: `${question}.${name}` }))

/** Consent: see read-consent.ts. The writer's and the other person's have the same two buttons. */
const sealed: Asked<'consent'> = {
  choices: () => [{ key: 'consent.agree' }, { key: 'consent.refuse' }],
  read: (said, { consent: { agree } }) => readConsent(said, agree),
  sealed: true,
}

const phone: Asked<'phone'> = {
  choices: ({ contact }) => (contact === 'beneficiary' ? [] : [{ key: 'phone.chat' }]),
  read: ({ text }, _, { contact }) =>
    readPhone(text)?.e164 ?? (contact === 'beneficiary' ? undefined : readChat(text)),
}

const commune: Asked<'commune'> = {
  choices: ({ commune: said }) => communeChoices(said),
  read: ({ text }, world) => readCommune(text, world),
}

/**
 * For whom → 18 or over → consent → whom to call (a parent or spouse agrees for themselves) → name → phone, read back,
 * or this chat → commune → best time → programme → worry → a lead.
 */
export const requestCallback = defineJourney<Answers, 'promised' | 'not-agreed' | 'under-age', World>({
  id: 'request-callback',
  questions: {
    forWhom: {
      choices: keys('forWhom', ['self', 'parent', 'spouse', 'child']),
      read: ({ text }) => readForWhom(text),
    },
    adult: {
      choices: keys('adult', ['yes', 'no']),
      read: ({ text }, { today }) => readAdult(text) ?? readYesNo(text) ?? ofAge(text, today),
    },
    consent: sealed,
    contact: { choices: keys('contact', ['writer', 'beneficiary']), read: ({ text }) => readContact(text) },
    theirConsent: sealed,
    name: { read: ({ text }) => readName(text), skip: 'bác', free: true, form: mayShare },
    phone,
    phoneRight: {
      choices: keys('phoneRight', ['yes', 'no']),
      read: ({ text }) => readRight(text) ?? readYesNo(text),
    },
    commune,
    bestTime: {
      choices: keys('bestTime', ['morning', 'afternoon', 'evening', 'any']),
      read: ({ text }) => readTime(text),
      skip: 'any',
    },
    programme: {
      choices: keys('programme', ['voluntary', 'household-health', 'general']),
      read: ({ text }) => readProgramme(text),
      skip: 'general',
    },
    worry: {
      choices: keys('worry', ['cost', 'years', 'benefit', 'trust', 'expiring']),
      read: ({ text }) => readWorry(text),
      skip: 'none',
    },
  },
  ends: { promised: [], 'not-agreed': ['agree'], 'under-age': [] },
  falls: {
    phone: ['phoneRight'],
    forWhom: ['contact', 'theirConsent'],
    contact: ['theirConsent', 'phone', 'phoneRight'],
  },

  take(contact, answers, world) {
    if (!mayShare(answers)) return undefined
    const phone = readPhone(contact.phone)?.e164
    if (phone === undefined) return undefined
    const { name, commune } = answers
    return {
      phone,
      name: name ?? readName(contact.name ?? ''),
      commune: commune ?? (contact.commune === undefined ? undefined : readCommune(contact.commune, world)),
    }
  },

  next(answers, world) {
    if (answers.forWhom === undefined) return ask('forWhom')
    if (answers.adult === undefined) return ask('adult')
    if (answers.adult === 'no') return end('under-age', {}, { offers: ['menu'] })
    if (answers.consent === undefined) return ask('consent')
    if (!answers.consent.agreed) {
      const offers = ['request-callback', 'find-collection-point', 'menu']
      return end('not-agreed', { agree: world.consent.agree }, { offers })
    }
    const left = whom(answers) ?? reach(answers) ?? wishes(answers, world)
    if (left) return left
    // Nothing is left to ask: every answer the draft needs is there.
    return end('promised', {}, { effects: [draftOf(answers as Complete, world)] })
  },
})

/** What the platform knows is about the writer: only they share it, after they agreed, and when they are to be called. */
function mayShare({ adult, consent, forWhom, contact }: Given): boolean {
  const isForParent = forWhom === 'parent' || forWhom === 'spouse'
  return adult === 'yes' && consent?.agreed === true && (isForParent ? contact === 'writer' : true)
}

/** A parent or spouse is called only after they agreed themselves; when they do not, the writer is. */
function whom({ forWhom, contact, theirConsent, name }: Given): Ask<keyof Answers> | undefined {
  if (forWhom === 'parent' || forWhom === 'spouse') {
    if (contact === undefined) return ask('contact')
    if (contact === 'beneficiary' && theirConsent === undefined) return ask('theirConsent')
  }
  const isRefused = theirConsent?.agreed === false
  return name === undefined ? ask('name', {}, isRefused ? 'note.only-writer' : undefined) : undefined
}

/** How to reach them: the phone, read back, or this chat. */
function reach({ phone: number, phoneRight: right }: Given): Ask<keyof Answers> | undefined {
  if (number === undefined) return ask('phone')
  if (number === CHAT) return undefined
  if (right === 'no') return ask('phone', {}, 'note.phone-again')
  return right === undefined ? ask('phoneRight', { phone: formatPhone(number) }) : undefined
}

function wishes({ commune: said, bestTime, programme, worry }: Given, world: World) {
  const place = settledCommune(said)
  if (place === undefined) return askCommune(said) ?? ask('commune')
  if (bestTime === undefined) {
    const { province } = place
    const values = { commune: inSentence(place.name), province, home: homeName(world) }
    return ask('bestTime', values, aboutPlace(place, world))
  }
  if (programme === undefined && world.talk.programme === 'general') return ask('programme')
  return worry === undefined ? ask('worry') : undefined
}

/** A commune that has a new name, or lies in another province: say so before going on. */
function aboutPlace(place: CommuneRead, world: World): string | undefined {
  if (isOtherProvince(place, world)) return 'note.other-province'
  return place.kind === 'known' && hasNewName(place) ? 'note.new-name' : undefined
}
