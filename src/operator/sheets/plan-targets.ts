import { inSlices } from '../../in-slices.ts'
import type { Sheet } from '../../sheets/cell.ts'
import { columnsWith, type CommuneReader, type RowOf } from '../../sheets/kinds.ts'
import { sumCheck, type SumCheck, type Target } from '../../targets/progress.ts'
import { periodInWords } from '../../targets/period.ts'
import { programmeNamed, stateWords } from '../../sheets/words.ts'
import { changesOf, tableOf, twice, wrong, type Keep, type Planned, type PlanParts } from './planned.ts'

/** Plans by agent, commune or province; what does not add up is told, not refused. */
export async function planTargets(sheets: readonly Sheet[], { store, commune }: PlanParts): Promise<Planned> {
  const { table, sheet } = await inSlices(tableOf(sheets, columnsWith(commune).targets))
  const agents = new Set((await store.register.all()).agents.map(({ id }) => id))
  const read = table.rows.map(({ at, row }) => ({ at, row, id: subjectOf(row, commune, agents) }))
  const targets = read.flatMap(({ row, id }): readonly Target[] =>
    'value' in id ? [{ ...row, id: id.value }] : [],
  )
  const errors = [
    ...table.errors,
    ...read.flatMap(({ at, id }) => ('error' in id ? [wrong(sheet, at, 'Mã hoặc tên xã', id.error)] : [])),
    ...twice(
      sheet,
      table.rows.map(({ at, row }) => ({
        at,
        key: [row.of, row.id, row.programme, row.period.key].join(' '),
      })),
      'Chỉ tiêu',
    ),
  ]
  const keep: Keep = async ({ by }) => {
    await store.targets.put(targets, by)
    return { moved: 0, notes: sumNotes(await store.targets.all()) }
  }
  const before = new Map((await store.targets.all()).map((target) => [codeOf(target), target]))
  const changes = await inSlices(changesOf(targets, before, codeOf))
  return { rows: table.rows.length, errors, changes, keep }
}

/** "Nhân viên NV001, BHXH tự nguyện, 2026-12": which plan it is, as people read it. */
const codeOf = ({ of, id, programme, period }: Target) =>
  `${stateWords.subject[of][0]} ${id}, ${programmeNamed(programme)}, ${period.key}`

function subjectOf({ of, id }: RowOf<'targets'>, commune: CommuneReader, agents: ReadonlySet<string>) {
  if (of === 'commune') return commune(id)
  if (of === 'agent' && !agents.has(id)) return { error: `chưa có nhân viên thu mã "${id}"` }
  return { value: id }
}

const keyOf = ({ programme, period }: Target) => `${programme} ${period.key}`

/** Where the plans of agents, or of communes, do not add up to the province's. */
export function sumNotes(all: readonly Target[]): readonly string[] {
  const of = (kind: Target['of']) => all.filter((target) => target.of === kind)
  const note =
    (who: string) =>
    ({ programme, period, whole, parts, missing }: SumCheck) => {
      const found = all.find((target) => target.period.key === period)
      const when = found ? periodInWords(found.period) : period
      const way = missing > 0 ? `còn ${missing} chưa giao cho ai` : `giao thừa ${-missing}`
      return `${when}, ${programmeNamed(programme)}: tỉnh giao ${whole}, cộng các ${who} được ${parts}, ${way}.`
    }
  const check = (kind: Target['of'], who: string) => {
    const parts = of(kind)
    const given = new Set(parts.map(keyOf))
    return sumCheck(
      of('province').filter((whole) => given.has(keyOf(whole))),
      parts,
    ).map(note(who))
  }
  return [...check('agent', 'nhân viên'), ...check('commune', 'xã')]
}
