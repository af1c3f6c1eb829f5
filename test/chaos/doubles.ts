import type { Citizen } from './citizen.ts'
import type { Outside } from './outside.ts'
import type { Records } from './records.ts'

/**
 * What can be said of each line that came twice: when its echo set out and when we took it, and the same of the line we
 * know. An echo that was taken after the second one had gone was too late for us; any other was ours to see.
 */
export function doublesOf(
  outside: Outside,
  citizens: readonly Citizen[],
  { outbox }: Records,
  startedAt: number,
): readonly string[] {
  const known = new Set(outbox.map(({ platform_id }) => platform_id))
  const passage = (id: string) => {
    const { postedAt = NaN, takenAt = NaN } = outside.passages.get(id) ?? {}
    return `echo posted ${seconds(postedAt - startedAt)}, taken ${seconds(takenAt - startedAt)}`
  }
  return citizens.flatMap(({ id: who, channel }) => {
    const lines = outside[channel].received(who)
    return lines.flatMap((line) => {
      if (known.has(line.id)) return []
      const twin = lines.find(({ id, text }) => id !== line.id && text === line.text && known.has(id))
      return [`${channel} ${who}: ${passage(line.id)}; the other one: ${twin ? passage(twin.id) : 'none'}`]
    })
  })
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
