import { fold } from '../src/conversation/fold.ts'
import { readCommune, type CommuneAnswer } from './read-commune.ts'
import { plainOf } from './times-said.ts'
import type { World } from './world.ts'

const kinds = 'xa|phuong|thi tran|thi xa|huyen|quan|thanh pho|tp'
const turns =
  /,| (?:cu|cua|gio|bay gio|nay|hien|hom|sap nhap|nhap|doi|truoc|da|thi|la|thuoc|goi|moi|roi|vao|o|muon|can|co|de|den|dong|mua|nop|lam|dang|tham gia|tim|hoi|khong|ko)(?: |$)/

/** The commune a sentence names: "xã Diễn Hoàng giờ là xã nào", "điểm thu ở xã Quỳnh Lưu"; undefined when it names none we know. */
export function communeIn(text: string, world: World): CommuneAnswer | undefined {
  const name = nameIn(text)
  return name === undefined ? undefined : readCommune(name, world)
}

/** From "xã …" to where the sentence goes on. */
function nameIn(text: string): string | undefined {
  const said = plainOf(text.replace(/[?!.]+/g, ' '))
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
