import { z } from 'zod'

/** What kinds of message are not questions to the knowledge base. */
const kinds = ['smalltalk', 'decline', 'handoff', 'safety'] as const
export type Kind = (typeof kinds)[number]

const messageClass = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(kinds),
  say: z.array(z.string().min(5).max(600)).min(1), // the bot's words, one message each
  ask: z.array(z.string().min(1)).min(5), // how such messages sound
  signs: z.array(z.string().min(3)).default([]), // said anywhere, these decide alone; "…" stands for up to three words
  unless: z.array(z.string().min(3)).default([]), // … but not when one of these is said too
})

/** The shape of knowledge/out-of-scope.yaml. */
export const outOfScopeFile = z.strictObject({
  unknown: z.array(z.string().min(5).max(600)).min(1), // nothing fits: what we can do
  choices: z.string().min(5), // above the list of choices
  classes: z.array(messageClass).min(1),
})

export type OutOfScope = z.output<typeof outOfScopeFile>
export type MessageClass = OutOfScope['classes'][number]
