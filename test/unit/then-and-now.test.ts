import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { askedPeriod } from '../../src/conversation/read-period.ts'
import { thenAndNow } from '../../src/faq/then-and-now.ts'
import { during } from '../../src/policy/during.ts'

const book = loadPolicy('knowledge/policy')
const today = '2026-11-22'
const said = (body: string, question: string) => {
  const period = askedPeriod(question, today)
  if (!period) throw new Error(`no period in ${question}`)
  return thenAndNow(body, period, today, book)
}

describe('an answer about another time', () => {
  test('says the figure of that time, then that the rest is of today', () => {
    expect(said('Lương cơ sở {base-salary}.', 'lương cơ sở tháng 8/2023')).toBe(
      'Tháng 8/2023:\n- Mức lương cơ sở: 1.800.000 đồng\nCòn hiện nay thì như sau ạ:',
    )
  })

  test('says both figures of a year with a change in it', () => {
    expect(said('{base-salary}', 'năm 2024')).toContain(
      '- Mức lương cơ sở: 1.800.000 đồng; từ 01/07/2024: 2.340.000 đồng',
    )
  })

  test('an unconfirmed figure of the past is said to be one', () => {
    expect(said('{compulsory-highest-income}', 'năm 2020')).toContain(
      '29.800.000 đồng (chưa có xác nhận chính thức)',
    )
  })

  test('a figure nobody has entered is not guessed: today’s is said to be today’s', () => {
    expect(said('{compulsory-employee-total}', 'năm 2015')).toBe(
      'Cháu chưa có số liệu của năm 2015, bác cần thì nhắn "gặp người" để cán bộ trả lời giúp bác ạ. Dưới đây là quy định hiện nay:',
    )
    const mixed = said('{base-salary} và {compulsory-employee-total}', 'năm 2021')
    expect(mixed).toContain('1.490.000 đồng')
    expect(mixed).toContain('Số khác của thời gian đó cháu chưa có')
  })

  test('a coming change that is known is said; where none is, that there is none', () => {
    expect(said('{rural-poverty-line}', 'sang năm')).toContain('2.200.000 đồng')
    expect(said('{health-rate}', 'sang năm')).toBe(
      'Đến hôm nay cháu chưa thấy văn bản nào đổi các mức này cho năm 2027, nên dưới đây là mức hiện nay ạ:',
    )
  })

  test('a year with the same figures is confirmed, a month of somebody’s story is not', () => {
    expect(said('{pension-min-years}', 'cuối năm 2025')).toBe(
      'Cuối năm 2025, các con số cũng như dưới đây ạ:',
    )
    expect(said('{pension-min-years}', 'tháng 10/2025')).toBeUndefined()
  })

  test('an answer without a figure needs no such words', () => {
    expect(said('Bác hỏi công ty, gọi {hotline}.', 'năm 2020')).toBeUndefined()
  })

  test('fits one message however many figures there are', () => {
    const names = book.parameters.map(({ name }) => `{${name}}`).join(' ')
    expect(said(names, 'năm 2024')?.length).toBeLessThanOrEqual(600)
  })
})

test('during: a value that starts inside the period has nothing before', () => {
  expect(during('pension-min-years', '2025-06-30', '2025-07-01', book).map(({ printed }) => printed)).toEqual(
    [expect.stringContaining('20 năm'), '15 năm'],
  )
  expect(during('no-such-name', '2025-01-01', '2025-12-31', book)).toEqual([
    { from: '2025-01-01', printed: undefined },
  ])
})
