import { z } from 'zod'
import type { Citation, Day } from './values.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'viết ngày kiểu 2026-11-22')
  .transform((text) => text as Day) // true by the pattern above

export const documentKinds = [
  'Luật',
  'Bộ luật',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Thông tư',
  'Công văn',
  'Thông báo',
] as const

const document = z.strictObject({
  number: z.string().min(3),
  kind: z.enum(documentKinds),
  title: z.string().min(5),
  issuer: z.string().min(3),
  issued: day.optional(), // a missing day means: not checked yet
  from: day.optional(),
  until: day.optional(),
  replaces: z.array(z.string()).default([]),
  amends: z.array(z.string()).default([]),
  note: z.string().optional(),
})

/** One legal document of knowledge/documents.yaml. `number` is what citations call `act`. */
export type LegalDocument = z.output<typeof document>

const registered = (documents: readonly LegalDocument[]) => {
  const numbers = new Set(documents.map(({ number }) => number))
  const named = documents.flatMap(({ replaces, amends }) => [...replaces, ...amends])
  return named.every((number) => numbers.has(number))
}
const once = (documents: readonly LegalDocument[]) =>
  new Set(documents.map(({ number }) => number)).size === documents.length

/** The shape of knowledge/documents.yaml. */
export const documentsFile = z
  .array(document)
  .refine(once, 'mỗi số hiệu chỉ ghi một lần')
  .refine(registered, 'replaces và amends chỉ được nhắc tới văn bản có trong sổ')

/** Every legal document an answer or a number may cite. */
export class DocumentRegister {
  readonly #byNumber: ReadonlyMap<string, LegalDocument>

  constructor(documents: readonly LegalDocument[]) {
    this.#byNumber = new Map(documents.map((one) => [one.number, one]))
  }

  get all(): readonly LegalDocument[] {
    return [...this.#byNumber.values()]
  }

  find(act: string): LegalDocument | undefined {
    return this.#byNumber.get(act)
  }

  /** A resolution of the National Assembly is numbered like a law: its citation must say so, and no other may. */
  misnames({ act, kind }: Pick<Citation, 'act' | 'kind'>): boolean {
    const known = this.find(act)
    const isResolution = known?.kind === 'Nghị quyết' && /\/QH\d+$/.test(act)
    return known !== undefined && isResolution !== (kind === 'Nghị quyết')
  }

  /** The document that took its place, when it is no longer in force on that day. */
  replacementOf(act: string, on: Day): LegalDocument | undefined {
    const until = this.find(act)?.until
    if (until === undefined || until >= on) return undefined
    return this.all.find(({ replaces }) => replaces.includes(act))
  }
}
