import type { AnswerText } from './revision.ts'

/** An answer as its file under knowledge/faq is written: read and written again, a file stays the same to the byte. */
export function fileText(text: AnswerText): string {
  const { id, title, topics, programme, ask, status, checked, law, next, related, body } = text
  const lines = [
    '---',
    `id: ${id}`,
    `title: ${scalar(title)}`,
    `topics: ${list(topics)}`,
    `programme: ${programme}`,
    ...inFlow('audience', text.audience),
    ...line('owner', text.owner && scalar(text.owner)),
    'ask:',
    ...ask.map((one) => `  - ${scalar(one)}`),
    `status: ${status}`,
    `checked: ${checked}`,
    ...line('from', text.from),
    ...line('until', text.until),
    'law:',
    ...law.map(({ act, kind, place }) => {
      const called = kind === undefined ? '' : ` kind: ${flowScalar(kind)},`
      return `  - { act: ${flowScalar(act)},${called} place: ${flowScalar(place)} }`
    }),
    ...line('next', next),
    `related: ${list(related)}`,
    '---',
    body.trim(),
    '',
  ]
  return lines.join('\n')
}

/** Where a new answer's file belongs. */
export function filePath({ id, topics }: Pick<AnswerText, 'id' | 'topics'>): string {
  return `knowledge/faq/${topics[0] ?? 'khac'}/${id}.md`
}

/** Do two texts say the same in every field? */
export function isSameText(one: AnswerText | undefined, other: AnswerText | undefined): boolean {
  if (!one || !other) return one === other
  return fileText(one) === fileText(other)
}

function line(key: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`${key}: ${value}`]
}

function inFlow(key: string, values: readonly string[] | undefined): readonly string[] {
  return values === undefined || values.length === 0 ? [] : [`${key}: ${list(values)}`]
}

function list(values: readonly string[]): string {
  return `[${values.map(flowScalar).join(', ')}]`
}

/** What YAML would read as something other than these very words is put in quotes. */
const special = /^[\s\-?:,[\]{}#&*!|>'"%@`=~]|^$|: |:$| #|\s$|[\n\t\\]/
const otherType = /^(true|false|null|yes|no|on|off|[-+]?[\d.][\d.,_eExX+-]*|\.inf|\.nan)$/i

function scalar(text: string): string {
  return special.test(text) || otherType.test(text) ? JSON.stringify(text) : text
}

function flowScalar(text: string): string {
  return /[,[\]{}]/.test(text) ? JSON.stringify(text) : scalar(text)
}
