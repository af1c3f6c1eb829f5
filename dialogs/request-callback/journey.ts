import { defineJourney } from '../../src/conversation/define-journey.ts'
import type { ConsentGiven, LeadDraft } from '../../src/conversation/effect.ts'
import { ask, end, type Question } from '../../src/conversation/journey.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import { readAge } from '../../src/conversation/read-age.ts'
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
  type CommuneAnswer,
  type CommuneRead,
} from '../read-commune.ts'
import type { World } from '../world.ts'
import { readConsent, type ConsentAnswer } from './read-consent.ts'
import { readName } from './read-name.ts'

const ADULT = 18
const YOUNGEST_TYPED = 10

interface Answers {
  forWhom: LeadDraft['forWhom']
  adult: 'yes' | 'no'
  consent: ConsentAnswer
  name: string
  phone: string // E.164
  phoneRight: 'yes' | 'no'
  commune: CommuneAnswer
  bestTime: LeadDraft['bestTime']
}
type Asked<Name extends keyof Answers> = Question<Answers[Name], Answers, World>

const readForWhom = readChoice({
  self: ['cho tôi', 'cho mình', 'cho bản thân', 'cho em', 'cho bác', 'tôi', 'bản thân'],
  parent: [
    'cho người nhà',
    'người nhà',
    'cho bố mẹ',
    'cho bố',
    'cho mẹ',
    'cho vợ',
    'cho chồng',
    'cho con',
    'cho ba má',
  ],
})
const readAdult = readChoice({
  yes: ['đủ', 'đủ 18 tuổi', 'đã đủ', 'đủ rồi', 'trên 18', 'hơn 18'],
  no: ['chưa đủ', 'chưa đủ 18 tuổi', 'dưới 18'],
})
const readRight = readChoice({ yes: ['đúng số này', 'đúng rồi'], no: ['nhập lại số', 'sai số'] })
const readTime = readChoice({
  morning: ['buổi sáng', 'sáng'],
  afternoon: ['buổi chiều', 'chiều', 'buổi trưa', 'trưa'],
  evening: ['buổi tối', 'tối'],
  any: ['lúc nào cũng được', 'giờ nào cũng được', 'lúc nào cũng đc', 'bất cứ lúc nào', 'khi nào cũng được'],
})

const forWhom: Asked<'forWhom'> = {
  choices: () => [{ key: 'forWhom.self' }, { key: 'forWhom.parent' }],
  read: ({ text }) => readForWhom(text),
}

const adult: Asked<'adult'> = {
  choices: () => [{ key: 'adult.yes' }, { key: 'adult.no' }],
  read: ({ text }, { today }) => readAdult(text) ?? readYesNo(text) ?? ofAge(text, today),
}

const consent: Asked<'consent'> = {
  choices: () => [{ key: 'consent.agree' }, { key: 'consent.refuse' }],
  read: (said, { consent: { agree } }) => readConsent(said, agree),
  sealed: true,
}

const phone: Asked<'phone'> = { read: ({ text }) => readPhone(text)?.e164 }

const phoneRight: Asked<'phoneRight'> = {
  choices: () => [{ key: 'phoneRight.yes' }, { key: 'phoneRight.no' }],
  read: ({ text }) => readRight(text) ?? readYesNo(text),
}

const commune: Asked<'commune'> = {
  choices: ({ commune: said }) => communeChoices(said),
  read: ({ text }, world) => readCommune(text, world),
}

const bestTime: Asked<'bestTime'> = {
  choices: () =>
    (['morning', 'afternoon', 'evening', 'any'] as const).map((time) => ({ key: `bestTime.${time}` })),
  read: ({ text }) => readTime(text),
  skip: 'any',
}

/** For whom → 18 or over → consent → name → phone, read back → commune → best time → a lead. */
export const requestCallback = defineJourney<Answers, 'promised' | 'not-agreed' | 'under-age', World>({
  id: 'request-callback',
  questions: {
    forWhom,
    adult,
    consent,
    name: { read: ({ text }) => readName(text), skip: 'bác', free: true },
    phone,
    phoneRight,
    commune,
    bestTime,
  },
  ends: { promised: [], 'not-agreed': ['agree'], 'under-age': [] },
  falls: { phone: ['phoneRight'] },

  next(answers, world) {
    if (answers.forWhom === undefined) return ask('forWhom')
    if (answers.adult === undefined) return ask('adult')
    if (answers.adult === 'no') return end('under-age', {}, { offers: ['menu'] })
    if (answers.consent === undefined) {
      return ask('consent', {}, answers.forWhom === 'parent' ? 'note.family' : undefined)
    }
    if (!answers.consent.agreed) {
      return end(
        'not-agreed',
        { agree: world.consent.agree },
        { offers: ['request-callback', 'find-collection-point', 'menu'] },
      )
    }
    if (answers.name === undefined) return ask('name')
    return reach(answers, world)
  },
})

/** "58 tuổi" answers it too. A bare "1" is the first button, not an age. */
function ofAge(text: string, today: World['today']): 'yes' | 'no' | undefined {
  const { value } = readAge(text, today)
  if (!value || !('years' in value) || value.years < YOUNGEST_TYPED) return undefined
  return value.years >= ADULT ? 'yes' : 'no'
}

/** How to reach them: the phone, read back; the commune; the time. */
function reach(answers: Readonly<Partial<Answers>>, world: World) {
  const { phone: number, phoneRight: right, commune: said, bestTime: time } = answers
  const place = settledCommune(said)
  if (number === undefined) return ask('phone')
  if (right === 'no') return ask('phone', {}, 'note.phone-again')
  if (right === undefined) return ask('phoneRight', { phone: formatPhone(number) })
  if (place === undefined) return askCommune(said) ?? ask('commune')
  if (time === undefined) {
    const { province } = place
    const values = { commune: inSentence(place.name), province, home: homeName(world) }
    return ask('bestTime', values, aboutPlace(place, world))
  }
  const given = { ...answers, phone: number, commune: place, bestTime: time }
  return end('promised', {}, { effects: [{ do: 'capture-lead', ...lead(given, world) }] })
}

/** A commune that has a new name, or lies in another province: say so before going on. */
function aboutPlace(place: CommuneRead, world: World): string | undefined {
  if (isOtherProvince(place, world)) return 'note.other-province'
  return place.kind === 'known' && hasNewName(place) ? 'note.new-name' : undefined
}

function lead(
  answers: Readonly<Partial<Answers>> & {
    phone: string
    commune: CommuneRead
    bestTime: Answers['bestTime']
  },
  { talk, consent: { version, hash } }: World,
): { lead: LeadDraft; consents: readonly ConsentGiven[] } {
  const { commune: place, consent: agreed } = answers
  const { programme, explained, quote } = talk
  return {
    lead: {
      forWhom: answers.forWhom ?? 'self',
      contact: 'writer',
      worry: undefined,
      persona: undefined,
      addressAs: answers.name ?? 'bác',
      phone: answers.phone,
      commune: { code: place.kind === 'known' ? place.code : '', name: place.name, province: place.province },
      programme,
      bestTime: answers.bestTime,
      explained,
      ...(quote === undefined ? {} : { quote }),
    },
    consents: [
      {
        purpose: 'call-back',
        by: 'self',
        textVersion: version,
        textHash: hash,
        how: agreed?.how ?? 'words',
        given: agreed?.given ?? '',
      },
    ],
  }
}
