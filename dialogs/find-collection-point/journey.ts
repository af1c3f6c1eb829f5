import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end } from '../../src/conversation/journey.ts'
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
const MOST_POINTS = 3

/** "Đóng tiền ở đâu gần nhà?" The commune → its active collection points, or the local office. */
export const findCollectionPoint = defineJourney<
  Answers,
  'points' | 'office' | 'elsewhere' | 'other-province',
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
    points: ['commune', 'list'],
    office: ['commune', 'office'],
    elsewhere: ['province'],
    'other-province': ['place', 'province', 'home'],
  },

  next({ commune: place }, world) {
    const commune = settledCommune(place)
    if (commune === undefined) return askCommune(place) ?? ask('commune')
    if (commune.kind === 'elsewhere') return elsewhere(commune, world)
    const before = hasNewName(commune) ? ['note.new-name'] : []
    const values = { commune: inSentence(commune.name), said: commune.said.trim() }
    const points = world.points.filter((point) => point.commune === commune.code && point.status === 'active')
    if (points.length > 0) {
      const list = points.slice(0, MOST_POINTS).map(asLines).join('\n')
      return end('points', { ...values, list }, { before, also: ['note.receipt'], offers })
    }
    const office = world.offices.find(({ communes }) => communes.includes(commune.code))
    return office
      ? end('office', { ...values, office: asLines(office) }, { before, offers })
      : end('elsewhere', { ...values, province: commune.province }, { before, offers })
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

const offers = ['contribution-quote', 'household-health-quote', 'request-callback']

function asLines({ name, address, hours }: { name: string; address: string; hours: string }): string {
  return `- ${name}\n  Địa chỉ: ${address}\n  Giờ mở: ${hours}`
}
