import type { AgentClue } from '../conversation/effect.ts'
import type { Found, PlaceToGo } from '../conversation/found.ts'
import type { Reply } from '../conversation/reply.ts'
import { asReplies, type Speaker } from './speaker.ts'

type Values = Readonly<Record<string, string>>

/** What the host found out, in the words of the journey that asked. */
export function sayFound(words: Speaker, found: Found): readonly Reply[] {
  switch (found.kind) {
    case 'agent':
      return agentWords(words, found)
    case 'meeting-code':
      return codeWords(words, found)
    case 'call-time':
      return timeWords(words, found)
    case 'points':
      return pointWords(words, found)
  }
}

type Of<Kind extends Found['kind']> = Extract<Found, { kind: Kind }>

/** Nothing of an agent is told but whether they work; a name alone proves little, and it is said so. */
function agentWords(words: Speaker, { clue, verdict }: Of<'agent'>): readonly Reply[] {
  const say = (key: string, values: Values = {}) => words.journey('verify-agent', [key], values)
  const isNameOnly = clue.card === undefined && clue.phone === undefined
  const key = verdict === 'active' && isNameOnly ? 'agent.active-by-name' : `agent.${verdict}`
  const said = say(key, { who: whoWords(say, clue) })
  if (verdict === 'too-many' || verdict === 'several')
    return asReplies(said, words.offers(['verify-agent', 'menu']))
  const offers =
    verdict === 'active'
      ? ['verify-agent', 'menu']
      : ['scam-check', 'find-collection-point', 'person', 'menu']
  return asReplies([...said, ...say('promise')], words.offers(offers))
}

function whoWords(
  say: (key: string, values?: Values) => readonly string[],
  { name, card, phone }: AgentClue,
) {
  const given = [name, card, phone].filter((one) => one !== undefined).length
  if (given > 1) return say('agent.all').join('')
  if (name !== undefined) return say('agent.name', { name }).join('')
  return say(card === undefined ? 'agent.phone' : 'agent.card').join('')
}

function codeWords(words: Speaker, { verdict }: Of<'meeting-code'>): readonly Reply[] {
  const say = (key: string) => words.journey('meeting-code', [key], {})
  const said = say(`code.${verdict}`)
  if (verdict === 'right') return asReplies([...said, ...say('promise')], words.offers(['menu']))
  return asReplies(said, words.offers(['verify-agent', 'scam-check', 'person', 'menu']))
}

function timeWords(words: Speaker, { bestTime, promise }: Of<'call-time'>): readonly Reply[] {
  const say = (key: string, values: Values = {}) => words.journey('change-call-time', [key], values)
  if (!promise) return asReplies(say('none'), words.offers(['request-callback', 'menu']))
  const time = say(`time.${bestTime}`).join('').toLowerCase()
  const said = bestTime === 'any' ? say('done.any') : say('done', { time })
  return asReplies(said, words.offers(['change-call-time', 'menu']))
}

function pointWords(words: Speaker, { commune, points, office }: Of<'points'>): readonly Reply[] {
  const say = (key: string, values: Values = {}) => words.journey('find-collection-point', [key], values)
  const place = {
    commune: commune.name.charAt(0).toLowerCase() + commune.name.slice(1),
    province: commune.province,
  }
  const line = ({ name, address, hours }: PlaceToGo) => say('found.place', { name, address, hours }).join('')
  const offers = words.offers(['contribution-quote', 'household-health-quote', 'request-callback'])
  if (points.length > 0) {
    const list = points.map(line).join('\n')
    return asReplies([...say('found.points', { ...place, list }), ...say('note.receipt')], offers)
  }
  if (office) return asReplies(say('found.office', { ...place, office: line(office) }), offers)
  return asReplies(say('found.none', place), words.offers(['request-callback', 'person', 'menu']))
}
