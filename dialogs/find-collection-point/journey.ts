import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import { communeIn } from '../commune-in.ts'
import {
  askCommune,
  communeChoices,
  hasNewName,
  homeName,
  inSentence,
  isCommuneName,
  isOtherProvince,
  readCommune,
  settledCommune,
  type CommuneAnswer,
} from '../read-commune.ts'
import type { World } from '../world.ts'

interface Answers {
  commune: CommuneAnswer
}

/** "Đóng tiền ở đâu gần nhà?" The commune; its open collection points, or the local office, are for the host to look up. */
export const findCollectionPoint = defineJourney<
  Answers,
  'looked-up' | 'elsewhere' | 'other-province',
  World
>({
  id: 'find-collection-point',

  questions: {
    commune: {
      choices: ({ commune }) => communeChoices(commune),
      read: ({ text }, world) => readCommune(text, world),
    },
  },

  ends: {
    'looked-up': ['commune'],
    elsewhere: ['province'],
    'other-province': ['place', 'province', 'home'],
  },

  hear: (text, world) => ({ commune: communeIn(text, world) }),

  next({ commune: place }, world) {
    const commune = settledCommune(place)
    if (commune === undefined) return askCommune(place) ?? ask('commune')
    if (commune.kind === 'elsewhere') return elsewhere(commune, world)
    const { code, name, province, said } = commune
    const before = hasNewName(commune) ? ['note.new-name'] : []
    const values = { commune: inSentence(name), said: said.trim() }
    const effects = [{ do: 'find-points', commune: { code, name, province } } as const]
    return end('looked-up', values, { before, effects })
  },
})

/** A place we have no list for: say which province it is in, and where to ask there. */
function elsewhere(place: Extract<CommuneAnswer, { kind: 'elsewhere' }>, world: World) {
  const { name, province } = place
  const values = {
    province,
    place: isCommuneName(name) ? `${inSentence(name)}, ${province}` : province,
    home: homeName(world),
  }
  const more = { offers: ['request-callback', 'person'] }
  return isOtherProvince(place, world) ? end('other-province', values, more) : end('elsewhere', values, more)
}
