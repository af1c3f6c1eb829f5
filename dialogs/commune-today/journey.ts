import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import { communeIn } from '../commune-in.ts'
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

  hear: (text, world) => ({ commune: communeIn(text, world) }),

  next({ commune: said }) {
    const commune = settledCommune(said)
    if (commune === undefined) return askCommune(said) ?? ask('commune')
    const { name, province } = commune
    const offers = ['find-collection-point', 'menu']
    if (!isCommuneName(name)) return end('province', { province }, { offers })
    const place = `${inSentence(name)}, ${province}`
    const isRenamed = commune.kind === 'known' && hasNewName(commune)
    return isRenamed
      ? end('renamed', { said: commune.said.trim(), place }, { offers })
      : end('same', { place }, { offers })
  },
})
