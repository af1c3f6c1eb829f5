import { join } from 'node:path'
import { loadDocuments } from '../adapters/files/load-documents.ts'
import { loadFaqWorld } from '../adapters/files/load-faq-world.ts'
import { loadAllFaq } from '../adapters/files/load-faq.ts'
import { loadReadable } from '../adapters/files/load-policy.ts'
import { loadOfficeCalendar } from '../adapters/files/load-office-calendar.ts'
import { loadScams } from '../adapters/files/load-scams.ts'
import { checkFaq } from '../faq/check-faq.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { DocumentRegister } from '../policy/documents.ts'
import type { Parameter } from '../policy/parameter-file.ts'
import { PolicyBook } from '../policy/policy-book.ts'
import type { Day } from '../policy/values.ts'

export interface Finding {
  readonly level: 'error' | 'warning'
  readonly at: string
  readonly say: string
}

/** Every fault in knowledge/policy, knowledge/scams and knowledge/faq on a day and on each day a number of the law changes after it. */
export function checkKnowledge(root: string, on: Day): readonly Finding[] {
  const folder = join(root, 'knowledge')
  const register = loadDocuments(join(folder, 'documents.yaml'))
  const { parameters, faults } = loadReadable(join(folder, 'policy'))
  const unreadable = faults.map(({ file, say }) => ({
    level: 'error' as const,
    at: `knowledge/policy/${file}`,
    say,
  }))
  const policy = checkPolicy(parameters, register, on).map(({ level, name, say }) => ({
    level,
    at: `knowledge/policy/${name}.yaml`,
    say,
  }))
  return [
    ...unreadable,
    ...policy,
    ...checkCalendar(root, on),
    ...checkScams(root, on, register),
    ...checkAnswers(root, on, parameters, register),
  ]
}

function checkCalendar(root: string, on: Day): readonly Finding[] {
  const at = 'knowledge/office-calendar.yaml'
  try {
    const { checkBy } = loadOfficeCalendar(root)
    return checkBy < on ? [{ level: 'warning', at, say: `quá ngày phải xem lại (${checkBy})` }] : []
  } catch (error) {
    return [{ level: 'error', at, say: error instanceof Error ? error.message : String(error) }]
  }
}

/** A trick that is past its day is told no more: somebody must look at it. What it cites must be a document we know. */
function checkScams(root: string, on: Day, register: DocumentRegister): readonly Finding[] {
  const at = 'knowledge/scams'
  try {
    return loadScams(root).flatMap(({ id, until, source }) => [
      ...(until < on
        ? [
            {
              level: 'warning',
              at,
              say: `${id}: đã hết hạn ${until}, máy không nói nữa; cần xem lại`,
            } as const,
          ]
        : []),
      ...('act' in source && !register.find(source.act)
        ? [{ level: 'error', at, say: `${id}: văn bản ${source.act} không có trong documents.yaml` } as const]
        : []),
    ])
  } catch (error) {
    return [{ level: 'error', at, say: error instanceof Error ? error.message : String(error) }]
  }
}

function checkAnswers(
  root: string,
  on: Day,
  parameters: readonly Parameter[],
  register: DocumentRegister,
): readonly Finding[] {
  const world = loadFaqWorld(root, on, { book: new PolicyBook(parameters), register })
  const faults = checkFaq(loadAllFaq(root), world)
  return faults.map((fault) => ({ level: 'error' as const, ...fault }))
}
