import { loadKnowledge } from '../adapters/files/load-knowledge.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { provinceNamed } from '../places/resolve-place.ts'
import { compute, type Answer } from '../policy/compute.ts'
import { printNumber } from '../policy/print.ts'
import type { Day } from '../policy/values.ts'
import { changedAnswers, changedTalks, type Change } from './impact-words.ts'
import { loadSampleCitizens, type SampleCitizen } from './sample-citizens.ts'
import type { TwoVersions } from './two-versions.ts'

/**
 * What a change of knowledge/ or dialogs/ changes for people: sums of the sample citizens, answers and rehearsed talks.
 * Sums and answers are tried on `today` and on every day whose law the change touches; transcripts on their own day.
 */
export async function impactOf(root: string, versions: TwoVersions, today: Day): Promise<readonly Change[]> {
  const before = loadKnowledge(versions.before)
  const after = loadKnowledge(versions.after)
  const days = daysTouched(before, after, today)
  return [
    ...days.flatMap((on) => changedSums(loadSampleCitizens(root), on, before, after)),
    ...days.flatMap((on) => changedAnswers(on, before, after)),
    ...(await changedTalks(root, before, after)),
  ]
}

function daysTouched(before: Knowledge, after: Knowledge, today: Day): readonly Day[] {
  const entries = ({ policy }: Knowledge) =>
    new Map(
      policy.parameters.flatMap(({ name, values }) =>
        values.map((entry) => [JSON.stringify([name, entry]), entry.from] as const),
      ),
    )
  const [old, fresh] = [entries(before), entries(after)]
  const changed = [...old, ...fresh].filter(([entry]) => !old.has(entry) || !fresh.has(entry))
  return [...new Set([today, ...changed.map(([, from]) => from)])].sort()
}

/** Sums of the sample citizens that come out otherwise on a day, each with everything in it that moved. */
export function changedSums(
  citizens: readonly SampleCitizen[],
  on: Day,
  before: Knowledge,
  after: Knowledge,
): readonly Change[] {
  return citizens.flatMap((citizen) => {
    const [old, fresh] = [before, after].map((known) => leavesOf(sumOf(citizen, on, known)))
    const names = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])]
    const moved = names.filter((name) => old?.get(name) !== fresh?.get(name))
    const written = (leaves: ReadonlyMap<string, string> | undefined) =>
      moved.map((name) => `${name} ${leaves?.get(name) ?? '—'}`).join(', ')
    if (moved.length === 0) return []
    return [{ kind: 'citizen', what: citizen.name, on, before: written(old), after: written(fresh) } as const]
  })
}

function sumOf({ rule, inputs }: SampleCitizen, on: Day, { policy, places }: Knowledge): Answer {
  const provinceCodeOf = (text: string) => provinceNamed(text, places)?.code
  return compute({ rule, on, input: inputs }, { book: policy, provinceCodeOf })
}

/** Everything a sum tells, by name: its result, how sure it is, and the law it rests on; or why there is none. */
function leavesOf(answer: Answer): ReadonlyMap<string, string> {
  if (answer.kind === 'refused') return new Map([['từ chối', answer.say]])
  const { result, certainty, because } = answer
  const law = because.map(({ act, place }) => `${place} ${act}`).join('; ')
  return new Map([...leaves('', result), ['độ chắc', certainty], ['căn cứ', law]])
}

function leaves(path: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      leaves(path === '' ? key : `${path}.${key}`, inner),
    )
  return [[path, typeof value === 'number' ? printNumber(value) : String(value)]]
}
