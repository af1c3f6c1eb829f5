import { fold } from '../../src/conversation/fold.ts'
import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import {
  askCommune,
  communeChoices,
  hasNewName,
  inSentence,
  isCommuneName,
  readCommune,
  settledCommune,
  type CommuneAnswer,
} from '../read-commune.ts'
import type { World } from '../world.ts'

interface Answers {
  commune: CommuneAnswer
}

/** "Xã Diễn Hoàng cũ giờ là xã nào": today's commune, and that papers with the old name stay good. */
export const communeToday = defineJourney<Answers, 'renamed' | 'same' | 'province', World>({
  id: 'commune-today',

  questions: {
    commune: {
      choices: ({ commune }) => communeChoices(commune),
      read: ({ text }, world) => readCommune(text, world),
    },
  },

  ends: { renamed: ['said', 'place'], same: ['place'], province: ['province'] },

  hear(text, world) {
    const name = nameIn(text)
    return { commune: name === undefined ? undefined : readCommune(name, world) }
  },

  next({ commune: place }) {
    const commune = settledCommune(place)
    if (commune === undefined) return askCommune(place) ?? ask('commune')
    const { name, province } = commune
    const offers = ['find-collection-point', 'menu']
    if (!isCommuneName(name)) return end('province', { province }, { offers })
    const today = `${inSentence(name)}, ${province}`
    if (commune.kind === 'known' && !hasNewName(commune)) return end('same', { place: today }, { offers })
    const said = commune.kind === 'known' ? commune.said.trim() : ''
    return said === ''
      ? end('same', { place: today }, { offers })
      : end('renamed', { said, place: today }, { offers })
  },
})

const kinds = 'xa|phuong|thi tran|thi xa|huyen|quan|thanh pho|tp'
const turns =
  /,| (?:cu|cua|gio|bay gio|nay|hien|hom|sap nhap|nhap|doi|truoc|da|thi|la|thuoc|goi|moi|roi|vao|o)(?: |$)/

/** The name asked about: from "xã …" to where the sentence goes on. */
function nameIn(text: string): string | undefined {
  const said = text
    .normalize('NFC')
    .replace(/[?!.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const folded = fold(said)
  if (folded.length !== said.length) return undefined
  const from = folded.search(
    new RegExp(`\\b(?:${kinds}) (?!hoi|nao|gi|moi|cu|toi|minh|em|nha|khac|sap)[a-z]`),
  )
  if (from < 0) return undefined
  const kind = new RegExp(`^(?:${kinds}) `).exec(folded.slice(from))?.[0].length ?? 0
  const length = folded.slice(from + kind).search(turns)
  return said.slice(from, length < 0 ? said.length : from + kind + length)
}
