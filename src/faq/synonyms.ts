import { z } from 'zod'
import { programmes } from './faq-entry.ts'

const said = z.array(z.string().min(1)).min(1)

/** The shape of knowledge/synonyms.yaml: how people say things. Content staff edit it. */
export const synonymsFile = z.strictObject({
  write: z.array(z.strictObject({ say: said, mean: z.string().min(1) })), // abbreviations, teencode: replaced
  near: z.array(z.array(z.string().min(1)).min(2)), // different words, one meaning: extra evidence
  filler: said, // politeness around a question
  asking: said, // words that make a clause a question
  ours: said, // words that only our own matters use
  subjects: z.record(z.string().min(1), z.array(z.string()).min(3)), // said alone: what to offer, ids of entries
  programmes: z.partialRecord(z.enum(programmes), said), // words that name a programme
})

export type Synonyms = z.output<typeof synonymsFile>
