import type { CellError, Sheet } from './cell.ts'
import { letterOf } from './cell.ts'

/** Letters that no Vietnamese word in Unicode has, inside a word: text typed for a font of before 2001. */
const oldLetter =
  /(?:[A-Za-z][µ¸¶·¹¨»¾¼½Æ©Ç®Ðª«¬×Þßþ÷ØøÛûÏïÄäÅåËëÖöÑñ]|[µ¸¶·¹»¾¼½®Ð«¬×Þßþ÷øûïäåëöñÑÖ][A-Za-z])/u
const onlyTcvn = /[µ¸¶·¹»¾¼½Æ®Ð«¬×Þßþ÷]/u

/** The first cells typed for TCVN3 (ABC) or VNI fonts: read as they stand they would be names nobody has. */
export function* oldFontErrors({ name, rows }: Sheet, most = 3): Generator<undefined, readonly CellError[]> {
  const errors: CellError[] = []
  for (const [at, row] of rows.entries()) {
    yield
    for (const [column, { text }] of row.entries()) {
      if (!oldLetter.test(text)) continue
      const font = onlyTcvn.test(text) ? 'TCVN3 (.VnTime)' : 'VNI'
      const say = `chữ gõ bằng phông cũ ${font}. Mở tệp bằng Excel, dùng UniKey (Ctrl+Shift+F6) chuyển sang Unicode rồi gửi lại`
      errors.push({ sheet: name, row: at + 1, column: letterOf(column), say })
      if (errors.length >= most) return errors
    }
  }
  return errors
}
