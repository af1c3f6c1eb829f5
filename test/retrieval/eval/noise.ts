import type { Synonyms } from '../../../src/faq/synonyms.ts'

/** A fixed way of typing badly: the same text always comes out the same. */
export interface Noise {
  readonly name: string
  readonly costs: string // what it may cost at most
  readonly spoil: (text: string) => string
}

const TONE_KEYS: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}
const LETTER_KEYS: Readonly<Record<string, string>> = { '\u0302': '', '\u0306': 'w', '\u031b': 'w' }
const EVERY_WORD = 2 // with marks, keeps its Telex keys
const EVERY_SPACE = 4 // is not typed

export function noises({ write }: Synonyms): readonly Noise[] {
  return [
    { name: 'no tone marks', costs: '3', spoil: withoutMarks },
    { name: 'teencode (synonyms.yaml)', costs: '3', spoil: teencode(write) },
    { name: 'Telex residue', costs: '3', spoil: telexLeft },
    { name: 'missing spaces', costs: '', spoil: spacesMissing },
  ]
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

/** Every phrase that synonyms.yaml knows a shorter spelling for, by its spellings in turn. */
function teencode(write: Synonyms['write']): Noise['spoil'] {
  const groups = write.flatMap(({ say, mean }) => {
    const shorter = say.filter((one) => one.length < mean.length && !one.includes(' '))
    return shorter.length > 0 ? [{ mean, shorter }] : []
  })
  const ordered = groups.toSorted((a, b) => b.mean.length - a.mean.length)
  return (text) =>
    ordered.reduce((spoilt, { mean, shorter }) => {
      let turn = text.length
      const whole = new RegExp(`(?<![\\p{L}\\d])${mean}(?![\\p{L}\\d])`, 'giu')
      return spoilt.replace(whole, () => shorter[turn++ % shorter.length] ?? mean)
    }, text.normalize('NFC'))
}

/** "hỏi được" → "hoir dduwowcj": every other word with marks is left as its keys. */
function telexLeft(text: string): string {
  let marked = 0
  return text.normalize('NFC').replace(/\p{L}+/gu, (word) => {
    if (withoutMarks(word) === word) return word
    return marked++ % EVERY_WORD === 0 ? telexKeys(word) : word
  })
}

export function telexKeys(word: string): string {
  let tone = ''
  const letters = [...word.normalize('NFC')].map((letter) => {
    if (letter === 'đ' || letter === 'Đ') return letter === 'đ' ? 'dd' : 'DD'
    const [base = '', ...marks] = letter.normalize('NFD')
    tone = marks.map((mark) => TONE_KEYS[mark]).find((key) => key !== undefined) ?? tone
    return marks.reduce((typed, mark) => typed + (mark === '\u0302' ? base : (LETTER_KEYS[mark] ?? '')), base)
  })
  return letters.join('') + tone
}

function spacesMissing(text: string): string {
  let spaces = 0
  return text.replace(/ /g, () => (++spaces % EVERY_SPACE === 0 ? '' : ' '))
}
