import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { readAgentClue } from '../../src/conversation/read-agent-clue.ts'
import { readConcern } from '../../src/conversation/read-concern.ts'
import { fold } from '../../src/conversation/fold.ts'
import { knowledge } from '../support/talk.ts'

const said: Readonly<Record<string, ReturnType<typeof readConcern>>> = {
  'chị Lê Thị Hoa có phải nhân viên thu không': 'verify-agent',
  'Kiểm tra giúp tôi nhân viên thẻ MAU-NA-0001': 'verify-agent',
  'xác minh nhân viên thu Nguyễn Thị Mẫu An': 'verify-agent',
  '0912345678 có phải nhân viên bhxh không': 'verify-agent',
  'số 0912345678 có phải của nhân viên thu không': 'verify-agent',
  'anh này có phải người của bảo hiểm không': 'verify-agent',
  'nhân viên này còn hoạt động không': 'verify-agent',
  'mã 4827': 'meeting-code',
  'họ đọc mã 4827': 'meeting-code',
  'mã gặp mặt là 4827 đúng không': 'meeting-code',
  'đổi giờ gọi sang buổi chiều': 'change-call-time',
  'gọi tôi buổi tối nhé': 'change-call-time',
  'có người xưng BHXH gọi tôi': 'scam-check',
  'có người xưng là cán bộ bảo hiểm xã hội gọi điện cho mẹ tôi': 'scam-check',
  'xã Diễn Hoàng cũ giờ là xã nào': 'commune-today',
  'xã minh cũ là xã diễn hoàng thì giờ là xã nào': 'commune-today',
  'phường Hưng Bình sáp nhập vào phường nào': 'commune-today',
  'xã tôi sáp nhập rồi giờ thuộc xã nào ạ': 'commune-today',
  'xã Quỳnh Hoa cũ giờ gọi là gì': 'commune-today',
  'điểm thu ở xã Kim Liên': 'find-collection-point',
  'xã Nghi Lộc': 'find-collection-point',
  'xã hội hoá là gì': undefined,
  'trạm y tế xã tôi giờ làm việc thế nào': undefined,
  'xã tôi nay nộp hồ sơ ở đâu': undefined,
  'mã otp 4827': undefined,
  'mã số bhxh 4827': undefined,
  'làm sao kiểm tra nhân viên thu': undefined,
  'kiểm tra quá trình đóng': undefined,
  'đóng lúc mấy giờ': undefined,
}

test.each(
  Object.entries(said).flatMap(([text, concern]) => [text, fold(text)].map((one) => [one, concern] as const)),
)('"%s"', (text, concern) => expect(readConcern(text)).toBe(concern))

/** Questions about fraud may be taken; no other one is ever kept from its answer. */
test('no question of the knowledge base or of the labelled ones is taken from its answer', () => {
  const entries = knowledge.entries
    .filter(({ topics }) => !topics.includes('lua-dao-gia-mao'))
    .flatMap(({ title, ask }) => [title, ...ask])
  const folder = join(import.meta.dirname, '..', 'retrieval')
  const labelled = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    // Written by hand, checked by retrieval.test.ts.
    .flatMap(
      (name) => parse(readFileSync(join(folder, name), 'utf8')) as readonly { ask: string; topic?: string }[],
    )
    .filter(({ topic }) => topic !== 'lua-dao-gia-mao')
    .map(({ ask }) => ask)
  expect(labelled.length).toBeGreaterThan(400)
  expect([...entries, ...labelled].filter((text) => readConcern(text) !== undefined)).toEqual([])
})

test.each([
  ['Nguyễn Thị Thu', { name: 'Nguyễn Thị Thu' }],
  ['chị Nguyễn Thị Mẫu An ạ', { name: 'Nguyễn Thị Mẫu An' }],
  ['chu van an', { name: 'chu van an' }],
  ['chú Hồ Văn Thu', { name: 'Hồ Văn Thu' }],
  ['Moong Văn Khăm', { name: 'Moong Văn Khăm' }],
  ['MAU-NA-0001', { card: 'MAUNA0001' }],
  ['thẻ số MAU NA 0001', { card: 'MAUNA0001' }],
  ['https://bot.example.vn/the/MAU-NA-0001', { card: 'MAUNA0001' }],
  ['0900 000 101', { phone: '+84900000101' }],
  [
    'ông Lã Văn Bảo, thẻ NA-0012, sđt 0912345678',
    { name: 'Lã Văn Bảo', card: 'NA0012', phone: '+84912345678' },
  ],
  ['chị Hoa', undefined], // a given name alone is nobody
  ['nhân viên này có thật không', undefined],
  ['thai sản được mấy tháng', undefined],
  ['không biết tên', undefined],
  ['0912345678 hay 0987654321', undefined],
] as const)('who is asked about: "%s"', (text, clue) => expect(readAgentClue(text)).toEqual(clue))
