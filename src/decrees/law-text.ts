import type { LegalDocument } from '../policy/documents.ts'

/** The text of knowledge/documents.yaml with documents added at its end and last days put in; all else stays to the byte. */
export function registerText(
  text: string,
  added: readonly LegalDocument[],
  ends: ReadonlyMap<string, string>,
): string {
  const blocks = text.split(/^(?=- number: )/m)
  const ended = blocks.map((block) => {
    const number = /^- number: (.*)$/m.exec(block)?.[1]?.replace(/^["']|["']$/g, '')
    const until = number === undefined ? undefined : ends.get(number)
    if (until === undefined || /^ {2}until: /m.test(block)) return block
    const after = ['from', 'issued', 'issuer'].find((key) => new RegExp(`^ {2}${key}: `, 'm').test(block))
    return block.replace(new RegExp(`^ {2}${after}: .*\n`, 'm'), (line) => `${line}  until: ${until}\n`)
  })
  return ended.join('') + added.map(documentText).join('')
}

function documentText({ number, kind, title, issuer, issued, from, until, replaces }: LegalDocument): string {
  const line = (key: string, value: string | undefined) => (value === undefined ? [] : [`  ${key}: ${value}`])
  return [
    `- number: ${quoted(number)}`,
    ...line('kind', kind),
    ...line('title', quoted(title)),
    ...line('issuer', quoted(issuer)),
    ...line('issued', issued),
    ...line('from', from),
    ...line('until', until),
    ...(replaces.length === 0 ? [] : line('replaces', `[${replaces.map(quotedInList).join(', ')}]`)),
    '',
  ].join('\n')
}

const special = /^[\s\-?:,[\]{}#&*!|>'"%@`=~]|^$|: |:$| #|\s$|[\n\t\\]/
const otherType = /^(true|false|null|yes|no|on|off|[-+]?[\d.][\d.,_eExX+-]*|\.inf|\.nan)$/i

/** What YAML would read as something other than these very words is put in quotes. */
function quoted(text: string): string {
  return special.test(text) || otherType.test(text) ? JSON.stringify(text) : text
}

function quotedInList(text: string): string {
  return /[,[\]{}]/.test(text) ? JSON.stringify(text) : quoted(text)
}
