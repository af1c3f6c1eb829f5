import { expect, test } from 'vitest'
import { loadAllFaq } from '../../src/adapters/files/load-faq.ts'
import { readWorkbook } from '../../src/adapters/sheets/read-workbook.ts'
import { formats, writeWorkbook } from '../../src/adapters/sheets/write-workbook.ts'
import { fileText } from '../../src/answers/file-text.ts'
import { inSlices } from '../../src/in-slices.ts'
import { answerNames } from '../../src/operator/sheets/answer-names.ts'
import { answerSheet, answerTemplate } from '../../src/operator/sheets/answer-sheets.ts'
import { tableOf } from '../../src/operator/sheets/planned.ts'
import { answerColumns } from '../../src/sheets/answer-columns.ts'
import { answerIn } from '../../src/sheets/answer-sheet.ts'
import { errorInWords } from '../../src/sheets/cell.ts'
import { realDesk } from '../support/answer-desk.ts'

const texts = loadAllFaq('.').map(({ entry }) => entry)
const desk = realDesk(texts)
const read = (bytes: Buffer) => inSlices(tableOf(readWorkbook(bytes), answerColumns(answerNames(desk))))

test.each(formats)(
  'every answer of ours goes out as %s and comes in as the very same, and out again the same bytes',
  async (format) => {
    const bytes = writeWorkbook(await inSlices(answerSheet(desk)), format)
    const { table } = await read(bytes)
    expect(table.errors.map(errorInWords)).toEqual([])
    const back = table.rows.map(({ row }) => answerIn(row))
    expect(back.map(fileText)).toEqual(texts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(fileText))
    const again = realDesk(back)
    expect(writeWorkbook(await inSlices(answerSheet(again)), format).equals(bytes)).toBe(true)
  },
)

test('the template has one example, and it is a whole answer', async () => {
  for (const format of formats) {
    const { table } = await read(writeWorkbook(answerTemplate(desk), format))
    expect(table.errors.map(errorInWords)).toEqual([])
    expect(table.rows).toHaveLength(1)
  }
})
