import type { AnswerDesk } from '../../answers/desk.ts'
import { isSameText } from '../../answers/file-text.ts'
import { hintsFor } from '../../answers/hints.ts'
import type { OpenDraft } from '../../answers/ports.ts'
import type { AnswerText, Revision } from '../../answers/revision.ts'
import { inSlices } from '../../in-slices.ts'
import { answerColumns, type AnswerRow } from '../../sheets/answer-columns.ts'
import { answerIn } from '../../sheets/answer-sheet.ts'
import type { CellError, Sheet } from '../../sheets/cell.ts'
import type { Table } from '../../sheets/table.ts'
import { answerNames, type NamesDesk } from './answer-names.ts'
import { keepDrafts, type PlannedDraft } from './keep-drafts.ts'
import { tableOf, twice, wrong, type Planned } from './planned.ts'

export type AnswerSheetDesk = NamesDesk & Pick<AnswerDesk, 'answers' | 'revisions'>

export interface PlannedAnswers extends Planned {
  /** Answers that somebody else is writing: left alone. "mã (tên đăng nhập)" */
  readonly conflicts: readonly string[]
  /** What the gate will not let pass, of answers that the file changes: a draft may still have it. */
  readonly remarks: readonly CellError[]
  /** Other than before once anything was published or a draft of these answers was saved. */
  readonly state: string
}

/** So many drafts from one file: a second person has to read them all. */
const MOST_CHANGES = 500

interface Read {
  readonly at: number
  readonly text: AnswerText
  readonly now: AnswerText | undefined
}

/** A file of answers changes nothing that is said: what differs becomes a draft of whoever brings it, for a second person. */
export async function planAnswers(
  sheets: readonly Sheet[],
  desk: AnswerSheetDesk,
  { login, at }: { readonly login: string; readonly at: Date },
): Promise<PlannedAnswers> {
  const { table, sheet } = await inSlices(tableOf(sheets, answerColumns(answerNames(desk))))
  const version = await desk.revisions.version()
  const now = new Map(desk.answers().texts.map((text) => [text.id, text]))
  const read = table.rows.map((one) => textOf(one, table.has, now))
  const differing = read.filter(({ text, now: served }) => !isSameText(text, served))
  const { drafts, conflicts, done } = await sorted(differing, desk, login)
  const errors = [
    ...table.errors,
    ...twice(
      sheet,
      read.map(({ at, text }) => ({ at, key: text.id })),
      'Mã',
    ),
    ...nowhere(sheet, read, differing, now),
    ...badCount(sheet, drafts.length, read.length + table.errors.length),
  ]
  return {
    rows: table.rows.length,
    errors,
    changes: {
      fresh: drafts.filter(({ base }) => !base).map(({ text }) => text.id),
      changed: drafts.filter(({ base }) => base).map(({ text }) => text.id),
      same: read.length - differing.length + done,
    },
    conflicts,
    remarks: errors.length > 0 ? [] : await inSlices(remarksOn(sheet, drafts, desk)),
    state: JSON.stringify([version, drafts.map(({ own }) => own?.version)]),
    keep: () => keepDrafts(drafts, desk, { login, at }),
  }
}

/** What a file has no column for stays as it was; an empty cell empties it. */
function textOf(
  { at, row }: Table<ReturnType<typeof answerColumns>>['rows'][number],
  has: ReadonlySet<string>,
  now: ReadonlyMap<string, AnswerText>,
): Read {
  const said = answerIn(row)
  const before = now.get(said.id)
  const absent = optionalFields.filter((field) => !has.has(field))
  const kept = Object.fromEntries(
    absent.flatMap((field) => (before?.[field] === undefined ? [] : [[field, before[field]]])),
  ) as Partial<AnswerText> // fields of an answer, as it has them
  return { at, text: { ...said, ...kept }, now: before }
}
const optionalFields = [
  'audience',
  'from',
  'until',
  'next',
  'related',
  'owner',
  'status',
] as const satisfies readonly (keyof AnswerRow)[]

/** Which become drafts; of those that are being written already, one's own is written over and others' are left alone. */
async function sorted(differing: readonly Read[], { revisions }: AnswerSheetDesk, login: string) {
  const open = new Map<string, OpenDraft>()
  for (const draft of await revisions.open()) if (!open.has(draft.entry)) open.set(draft.entry, draft)
  const drafts: PlannedDraft[] = []
  const conflicts: string[] = []
  let done = 0
  for (const { at, text, now } of differing) {
    const draft = open.get(text.id)
    const own: Revision | undefined =
      draft && isOwn(draft, login) ? await revisions.find(draft.id) : undefined
    if (draft && !own) conflicts.push(`${text.id} (${draft.authors.join(', ')})`)
    else if (isSameText(own?.text, text)) done += 1
    else drafts.push({ at, text, base: now, own })
  }
  return { drafts, conflicts, done }
}

function isOwn({ state, authors }: OpenDraft, login: string): boolean {
  return state === 'draft' && authors.every((author) => author === login)
}

/** Related answers that neither there are nor come with the file. */
function nowhere(
  sheet: string,
  read: readonly Read[],
  differing: readonly Read[],
  now: ReadonlyMap<string, AnswerText>,
): readonly CellError[] {
  const ids = new Set([...now.keys(), ...read.map(({ text }) => text.id)])
  return differing.flatMap(({ at, text }) => {
    const unknown = text.related.find((id) => !ids.has(id) || id === text.id)
    const say = `không có câu mã "${unknown}", hoặc là chính câu này`
    return unknown === undefined ? [] : [wrong(sheet, at, 'Câu liên quan', say)]
  })
}

function badCount(sheet: string, count: number, lines: number): readonly CellError[] {
  if (lines === 0) return [{ sheet, row: 1, column: undefined, say: 'không có dòng nào dưới tiêu đề' }]
  if (count <= MOST_CHANGES) return []
  const say = `${count} câu mới hoặc khác với đang dùng, nhiều nhất ${MOST_CHANGES} trong một tệp; chia thành nhiều tệp để người duyệt đọc kịp`
  return [{ sheet, row: 1, column: undefined, say }]
}

function* remarksOn(
  sheet: string,
  drafts: readonly PlannedDraft[],
  desk: AnswerSheetDesk,
): Generator<undefined, readonly CellError[]> {
  const world = desk.world(desk.today())
  const remarks: CellError[] = []
  for (const { at, text } of drafts) {
    const blocks = hintsFor(text, world).filter(({ level }) => level === 'block')
    remarks.push(...blocks.map(({ say }) => ({ sheet, row: at, column: undefined, say })))
    yield
  }
  return remarks
}
