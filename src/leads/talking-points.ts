import { z } from 'zod'
import { personas, worries, type Persona, type Worry } from '../conversation/effect.ts'
import { fillHoles } from '../policy/holes.ts'
import type { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'

const line = z.string().trim().min(1)
const points = z.strictObject({ hear: line, say: z.array(line).min(2).max(4), ask: line })

/** One kind of person: what to say first, and what to say to each worry (knowledge/scripts/<name>.yaml). */
export const personaScript = z.strictObject({
  persona: z.enum(personas),
  label: line,
  opening: line,
  worries: z.record(z.enum(worries), points),
})
/** What holds in every call, whoever it is (knowledge/scripts/chung.yaml). */
export const everyCall = z.strictObject({
  promise: z.array(line).min(1),
  first: line,
  never: z.array(line).min(1),
})

type PersonaScript = z.output<typeof personaScript>
export interface Scripts {
  readonly everyCall: z.output<typeof everyCall>
  readonly personas: ReadonlyMap<Persona, PersonaScript>
}

/** What an agent sees beside a lead: lines with the numbers of that day. */
export interface TalkingPoints {
  readonly label: string | undefined
  readonly first: string
  readonly opening: string | undefined
  readonly parts: readonly {
    readonly worry: Worry
    readonly hear: string
    readonly say: readonly string[]
    readonly ask: string
  }[]
  readonly promise: readonly string[]
  readonly never: readonly string[]
}

/**
 * The points for a lead: those of its worry alone, or of every worry when none is known. A line whose number is not
 * in force that day is left out: an agent must not read a hole, nor a number nobody published.
 */
export function talkingPoints(
  scripts: Scripts,
  { persona, worry }: { readonly persona?: Persona | undefined; readonly worry?: Worry | undefined },
  { today, policy }: { readonly today: Day; readonly policy: PolicyBook },
): TalkingPoints {
  const script = persona === undefined ? undefined : scripts.personas.get(persona)
  const wanted = worry === undefined ? worries : [worry]
  const { promise, never, first } = scripts.everyCall
  const filled = (text: string) => filledOn(text, today, policy)
  const parts = script
    ? wanted.map((name) => {
        const { hear, say, ask } = script.worries[name]
        return { worry: name, hear, say: say.flatMap(filled), ask }
      })
    : []
  return { label: script?.label, opening: script?.opening, parts, first, promise, never }
}

function filledOn(text: string, day: Day, policy: PolicyBook): readonly string[] {
  const { text: said, missing } = fillHoles(text, day, policy)
  return missing.length > 0 ? [] : [said]
}
