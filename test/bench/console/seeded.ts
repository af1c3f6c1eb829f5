import type { FaqEntry } from '../../../src/faq/faq-entry.ts'

const own = ['làng', 'xóm', 'chợ', 'thuyền', 'vườn', 'đồi', 'suối', 'bến', 'đình', 'giếng']

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The real entries, then copies with a word of their own in every title and way of asking. */
export function manyEntries(real: readonly FaqEntry[], count: number): readonly FaqEntry[] {
  return Array.from({ length: count }, (_, i) => {
    const entry = real[i % real.length]
    if (!entry) throw new Error('knowledge/faq is empty')
    const copy = Math.floor(i / real.length)
    if (copy === 0) return entry
    const { id, title, ask } = entry
    return {
      ...entry,
      id: `${id}-${copy}`,
      title: swapped(title, copy).slice(0, 60),
      ask: ask.map((text, way) => swapped(text, copy + way)),
    }
  })
}

function swapped(text: string, seed: number): string {
  const words = text.split(' ')
  words[(seed * 7) % words.length] = own[seed % own.length] ?? ''
  return words.join(' ')
}

/** Ways of asking as people type them: a word more, a word less, or without marks. */
export function typedWords(entries: readonly FaqEntry[], count: number): readonly string[] {
  const random = seeded(7)
  const all = entries.flatMap(({ ask }) => ask)
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]
  return Array.from({ length: count }, () => {
    const words = (pick(all) ?? '').split(' ')
    if (random() < 0.5) words.splice(Math.floor(random() * words.length), 1)
    if (random() < 0.5) words.push(pick(own) ?? '')
    const said = words.join(' ')
    return random() < 0.4 ? said.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd') : said
  })
}
