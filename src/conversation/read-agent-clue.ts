import type { AgentClue } from './effect.ts'
import { fold } from './fold.ts'
import { readPersonName } from './read-person-name.ts'
import { readPhones } from './read-phone.ts'

const SHORTEST_CARD = 3

/** A card's number stands after what it is called, or is letters, hyphens and digits ("MAU-NA-0001"), also inside a QR's address. */
const cardNamed =
  /(?<!\p{L})(?:thẻ|the|mã nhân viên|ma nhan vien|mã nv|ma nv)(?: (?:số|so|là|la|nhân viên|nhan vien|nv))*[ :=]+((?:[A-Z]{1,6}[-. ]?)*\d[A-Z\d.-]*)/iu
const cardAlone = /(?<![\p{L}\d.])([A-Z]{1,6}(?:-[A-Z\d]{1,8})*-?\d{2,8})(?![\p{L}\d])/iu
const phoneWritten = /\+?\d[\d .()–-]{7,}\d/g

/** A name, a phone, a card's number: whatever of them a message tells; undefined when it tells nothing, or two phones. */
export function readAgentClue(said: string): AgentClue | undefined {
  const text = said.normalize('NFC').replace(/\s+/g, ' ').trim()
  const [phone, another] = readPhones(text)
  if (another) return undefined
  const rest = phone ? text.replace(phoneWritten, ', ') : text
  const card = cardIn(rest)
  const name = readPersonName(card ? rest.replace(card.written, ', ') : rest)
  const clue = {
    ...(name !== undefined && { name }),
    ...(phone && { phone: phone.e164 }),
    ...(card && { card: card.plain }),
  }
  return Object.keys(clue).length > 0 ? clue : undefined
}

/** A card's number as it is compared: letters and digits only, upper case. */
export function plainCard(written: string): string {
  return fold(written)
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase()
}

function cardIn(text: string): { readonly written: string; readonly plain: string } | undefined {
  const written = cardNamed.exec(text)?.[1] ?? cardAlone.exec(text)?.[1]
  const plain = plainCard(written ?? '')
  return written === undefined || plain.length < SHORTEST_CARD ? undefined : { written, plain }
}
