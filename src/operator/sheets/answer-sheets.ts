import type { AnswerDesk } from '../../answers/desk.ts'
import type { SheetOut } from '../../adapters/sheets/write-workbook.ts'
import type { AnswerText } from '../../answers/revision.ts'
import { inSlices, type Sliced } from '../../in-slices.ts'
import { answerCells } from '../../sheets/answer-sheet.ts'
import { answerColumns } from '../../sheets/answer-columns.ts'
import type { Column } from '../../sheets/table.ts'
import { answerNames, type NamesDesk } from './answer-names.ts'
import type { AnswerSheetDesk } from './plan-answers.ts'

/** Every answer as it is now, in the columns it goes in by, always in the same order; an answer a step. */
export function answerSheet(desk: NamesDesk & Pick<AnswerDesk, 'answers'>): Sliced<SheetOut> {
  return sheetOf('Câu trả lời', desk.answers().texts, desk)
}

/** What is being written, of each answer the newest: the same columns, so that it can be worked on elsewhere and come back. */
export async function draftSheet(desk: AnswerSheetDesk): Promise<SheetOut> {
  const texts = new Map<string, AnswerText>()
  for (const { id, entry } of await desk.revisions.open()) {
    const text = texts.has(entry) ? undefined : (await desk.revisions.find(id))?.text
    if (text) texts.set(entry, text)
  }
  return inSlices(sheetOf('Bản nháp', [...texts.values()], desk))
}

function* sheetOf(name: string, all: readonly AnswerText[], desk: NamesDesk): Sliced<SheetOut> {
  const names = answerNames(desk)
  const rows: SheetOut['rows'][number][] = []
  for (const text of all.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    rows.push(answerCells(text, names))
    yield
  }
  return { name, titles: columnsOf(desk).map(({ title }) => title), rows }
}

/** A file to fill in, with one answer as an example. */
export function answerTemplate(desk: NamesDesk): SheetOut {
  const columns = columnsOf(desk)
  return {
    name: 'Mẫu',
    titles: columns.map(({ title, isRequired }) => (isRequired ? `${title} (*)` : title)),
    rows: [columns.map(({ sample }) => sample)],
  }
}

function columnsOf(desk: NamesDesk): readonly Pick<Column<unknown>, 'title' | 'isRequired' | 'sample'>[] {
  return Object.values(answerColumns(answerNames(desk)))
}
