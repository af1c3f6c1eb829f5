import type { Button, Limits, Reply } from './reply.ts'

/**
 * Cuts a reply into messages a channel accepts, at the ends of sentences or words. Lengths are NFC code points:
 * "đóng" is four. Buttons go on the last message. Choices the channel cannot show whole are written out as a
 * numbered list, and as many numbers as fit stay tappable: no choice and no word is ever lost.
 */
export function fitReply(reply: Reply, limits: Limits): readonly Reply[] {
  if (reply.form !== undefined) return limits.forms?.includes(reply.form) ? [reply] : []
  const text = reply.text.normalize('NFC').trim()
  const buttons = reply.buttons.map(({ label, payload }) => ({ label: label.normalize('NFC'), payload }))
  const showsAll = canShow(text, buttons, limits)
  const written = showsAll ? text : withList(text, buttons)
  const tappable = showsAll ? buttons : numbered(buttons, limits)
  const pieces = cut(written.trim(), limits.textLength)
  return pieces.map((piece, i) => ({ text: piece, buttons: i === pieces.length - 1 ? tappable : [] }))
}

/** A text of several lines stands apart from its list, so that the articles of law do not read as a choice. */
function withList(text: string, buttons: readonly Button[]): string {
  const list = buttons.map(({ label }, i) => `${i + 1}. ${label}`).join('\n')
  return text.includes('\n') ? `${text}\n\n${list}` : `${text}\n${list}`
}

function canShow(text: string, buttons: readonly Button[], { buttons: most, buttonLength }: Limits): boolean {
  if (buttons.length === 0) return true
  return (
    text !== '' && buttons.length <= most && buttons.every(({ label }) => lengthOf(label) <= buttonLength)
  )
}

function numbered(buttons: readonly Button[], { buttons: most, buttonLength }: Limits): readonly Button[] {
  return buttons
    .map(({ payload }, i) => ({ label: String(i + 1), payload }))
    .filter(({ label }) => label.length <= buttonLength)
    .slice(0, most)
}

function cut(text: string, longest: number): readonly string[] {
  const pieces: string[] = []
  let rest = [...text]
  while (rest.length > longest) {
    const end = cutPoint(rest, longest)
    pieces.push(rest.slice(0, end).join('').trim())
    rest = [...rest.slice(end).join('').trim()]
  }
  return rest.length > 0 ? [...pieces, rest.join('')] : pieces
}

/** The last end of a sentence or line that fits, unless that wastes most of the message; else of a word; else full. */
function cutPoint(rest: readonly string[], longest: number): number {
  const window = rest.slice(0, longest + 1).join('')
  const sentence = lastEnd(window, /(?<!(?:^|\n)\d{1,2})[.!?…](?=\s)|\n/gu) // "1." opens a list line, it ends nothing
  if (sentence * 3 >= longest) return sentence
  return lastEnd(window, /\S(?=\s)/gu) || longest
}

/** How many code points come before the last match has ended; 0 without a match. */
function lastEnd(window: string, ending: RegExp): number {
  const last = [...window.matchAll(ending)].at(-1)
  return last ? lengthOf(window.slice(0, last.index + last[0].length).trimEnd()) : 0
}

function lengthOf(text: string): number {
  return [...text].length
}
