import type { LegalDocument } from '../policy/documents.ts'

/** One number that a decree changes, as somebody typed it; anything may still be missing. `check`: looked at again, not changed. */
export interface DecreeRow {
  readonly name: string
  readonly kind: 'value' | 'check'
  readonly value: string
  readonly from: string
  readonly until: string
  readonly certainty: 'single-source' | 'unconfirmed'
  readonly act: string
  readonly place: string
  readonly note: string
  readonly checkBy: string
}

/** A document that the register does not know yet. */
export interface DecreeDocument extends Pick<LegalDocument, 'number' | 'kind' | 'title' | 'issuer'> {
  readonly issued: string
  readonly from: string
  readonly replaces: readonly string[]
}

/** What somebody types of a decree: the numbers it changes, the documents it brings, and where they read it. */
export interface DecreeForm {
  readonly rows: readonly DecreeRow[]
  readonly documents: readonly DecreeDocument[]
  readonly read: string
}

/** An empty row for a number, citing nothing yet. */
export function emptyRow(name: string): DecreeRow {
  return {
    ...{ name, kind: 'value', value: '', from: '', until: '', certainty: 'single-source' },
    ...{ act: '', place: '', note: '', checkBy: '' },
  }
}
