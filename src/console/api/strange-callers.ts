import type { Operations, StrangeCallers } from '../../staff/operations.ts'
import { type Area, area } from './call.ts'
import { strangeCallersContract } from './strange-callers-contract.ts'

export interface StrangeCallersParts {
  readonly operations: Pick<Operations, 'strangeCallers'>
  /** Names of communes by code and of tricks by id; undefined where there is none by now. */
  readonly names: () => {
    readonly commune: (code: string) => string | undefined
    readonly pattern: (id: string) => string | undefined
  }
}

/** What the desk sees of strange callers: where they are busy, and with what. */
export function strangeCallersArea({ operations, names }: StrangeCallersParts): Area {
  return area(strangeCallersContract, {
    'GET /strange-callers': async () => {
      const { commune, pattern } = names()
      const rows = await operations.strangeCallers()
      const inWords = ({ commune: code, pattern: id, verdict, times }: StrangeCallers) => ({
        ...(code !== undefined && { commune: commune(code) ?? code }),
        ...(id !== undefined && { pattern: pattern(id) ?? id }),
        ...{ verdict, times },
      })
      const days = [...new Set(rows.map(({ day }) => day))]
      return {
        days: days.map((day) => ({ day, reports: rows.filter((row) => row.day === day).map(inWords) })),
      }
    },
  })
}
