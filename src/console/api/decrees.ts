import type { DecreeDesk } from '../../decrees/desk.ts'
import { listParameters } from '../../decrees/list-parameters.ts'
import { unitOf } from '../../decrees/read-decree.ts'
import { readValue, saidAgain } from '../../decrees/read-value.ts'
import type { Parameter } from '../../policy/parameter-file.ts'
import { type Area, area, Refused } from './call.ts'
import { decreeHandlers } from './decree-steps.ts'
import { decreeWords, parameterView, shownDecree, shownValue } from './decree-views.ts'
import { decreesContract } from './decrees-contract.ts'

const PAGE = 50

/** Numbers of the law and the decrees that change them. Who may not sign is decided by the store. */
export function decreesArea(desk: DecreeDesk): Area {
  return area(decreesContract, {
    'GET /parameters': async ({ query: { page, ...filter } }) => {
      const from = performance.now()
      const { book } = desk.law()
      const listed = listParameters(filter, { book, today: desk.today(), open: await desk.decrees.open() })
      return {
        parameters: listed.slice(page * PAGE, (page + 1) * PAGE).map((one) => ({
          ...{ name: one.parameter.name, label: one.parameter.label, checkBy: one.parameter.checkBy },
          ...{ now: shownValue(one.now), next: shownValue(one.next) },
          ...{ isOverdue: one.isOverdue, draft: one.draft },
        })),
        total: listed.length,
        ms: Math.round(performance.now() - from),
      }
    },
    'GET /parameters/:name': ({ params }) => parameterView(desk, parameterNamed(desk, params.name)),
    'GET /decree-words': async () => decreeWords(desk),
    'POST /value-reading': async ({ body: { name, typed } }) => {
      const printed = readValue(typed, unitOf(parameterNamed(desk, name)))
      return printed === undefined ? {} : { printed, again: saidAgain(printed) }
    },
    'GET /decrees': async () => ({
      open: (await desk.decrees.open()).map(shownDecree),
      done: (await desk.decrees.history()).map(shownDecree),
    }),
    ...decreeHandlers(desk),
  })
}

function parameterNamed(desk: DecreeDesk, name: string): Parameter {
  const found = desk.law().book.parameters.find((one) => one.name === name)
  if (!found) throw new Refused(404, 'Không có con số này.')
  return found
}
