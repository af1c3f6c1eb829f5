import type { AnswerDesk } from '../../answers/desk.ts'
import type { SheetOut } from '../../adapters/sheets/write-workbook.ts'
import type { Sliced } from '../../in-slices.ts'
import { answerCells } from '../../sheets/answer-sheet.ts'
import { answerColumns } from '../../sheets/answer-columns.ts'
import type { Column } from '../../sheets/table.ts'
import { answerNames, type NamesDesk } from './answer-names.ts'

/** Every answer as it is now, in the columns it goes in by, always in the same order; an answer a step. */
export function* answerSheet(desk: NamesDesk & Pick<AnswerDesk, 'answers'>): Sliced<SheetOut> {
  const names = answerNames(desk)
  const texts = desk.answers().texts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const rows: SheetOut['rows'][number][] = []
  for (const text of texts) {
    rows.push(answerCells(text, names))
    yield
  }
  return { name: 'Câu trả lời', titles: columnsOf(desk).map(({ title }) => title), rows }
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
