import type { Said, Wordless } from '../../conversation/said.ts'

const LINK = /https?:\/\/\S+/gi

/** A caption under a photo is words; a bare link is not: nobody can answer an address. */
export function wordsOrWordless(text: string | undefined, attached: Wordless | undefined): Said {
  const typed = text?.trim() ?? ''
  const hasWords = typed.replace(LINK, '').trim() !== ''
  if (hasWords) return { kind: 'words', text: typed }
  return { kind: 'wordless', what: attached ?? (typed === '' ? 'other' : 'link') }
}
