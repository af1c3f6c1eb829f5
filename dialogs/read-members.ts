import { fold } from '../src/conversation/fold.ts'

const words = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const number = `(\\d+|${words.slice(1).join('|')})`
const aTime = new RegExp(`\\b${number} ?(?:thang|nam|quy|tuoi|t)\\b(?! nguoi)`, 'g')
const alone = /\b(minh toi|moi toi|mot minh|1 minh|co minh)\b/
const couple = new RegExp(`\\b(?:(?:hai|2) )?vo chong\\b`)
const people = new RegExp(`\\b${number} (?:nguoi|nhan khau|mieng an|thanh vien|khau)\\b`)
const children = new RegExp(`\\b${number} (?:dua|con|chau|em|be|nhoc)\\b`, 'g')
/** Who has a card already does not count: "2 đứa có thẻ học sinh". Up to the next comma or number. */
const covered = new RegExp(
  `\\b${number} (?:dua|con|chau|em|be|nhoc|nguoi)\\b[^,.;\\d]*\\b(?:co the|the hoc sinh|the cong ty|co bhyt|co bao hiem|the roi|duoi 6|duoi sau)\\b`,
  'g',
)

/** "4", "nhà 4 người", "vợ chồng với 2 đứa con", "5 người, 2 đứa có thẻ rồi" → how many join; unclear → undefined. */
export function readMembers(text: string, most: number): number | undefined {
  const whole = fold(text)
  if (alone.test(whole)) return 1
  const having = sum(whole.matchAll(covered))
  const said = whole.replace(aTime, ' ')
  const all = people.exec(said.replace(having > 0 ? coveredPeople : /$^/, ' '))
  const count = all ? valueOf(all[1]) : familyIn(said)
  const joining = count === undefined ? undefined : count - having
  return joining !== undefined && joining >= 1 && joining <= most ? joining : undefined
}

const coveredPeople = new RegExp(
  `\\b${number} nguoi\\b[^,.;\\d]*\\b(?:co the|the hoc sinh|the cong ty|co bhyt|co bao hiem|the roi)\\b`,
)

/** Parents and children one by one; else the only number there is. */
function familyIn(said: string): number | undefined {
  const parents = couple.test(said) ? 2 : 0
  const rest = said.replace(couple, ' ')
  const young = sum(rest.matchAll(children))
  if (parents > 0) return parents + young
  const [only, another] = rest.match(new RegExp(`\\b${number}\\b`, 'g')) ?? []
  return another === undefined ? valueOf(only) : undefined
}

function sum(found: Iterable<RegExpMatchArray>): number {
  return [...found].reduce((total, [, count]) => total + (valueOf(count) ?? 0), 0)
}

function valueOf(said: string | undefined): number | undefined {
  if (said === undefined) return undefined
  return /^\d+$/.test(said) ? Number(said) : words.indexOf(said)
}
