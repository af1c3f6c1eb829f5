import type { FaqEntry } from './faq-entry.ts'

/** Words that answers leave to the page they are said on. */
export interface DeskWords {
  readonly hotline: string | undefined
  readonly officeHours: string
}

/** `{hotline}` and `{office-hours}` belong to the page, never to the answer. */
export function withDeskWords(entry: FaqEntry, { hotline, officeHours }: DeskWords): FaqEntry {
  const body = entry.body
    .replaceAll('{hotline}', hotline ?? 'cơ quan BHXH cơ sở gần nhà')
    .replaceAll('{office-hours}', officeHours)
  return { ...entry, body }
}
