import { expect, test } from 'vitest'
import { readCommand, type Command } from '../../src/conversation/read-command.ts'

// What nobody may fail to be understood in, said as people say it: whole messages, with and without tone marks.

const said: readonly (readonly [Command | undefined, ...string[]])[] = [
  [
    'erase-data',
    'xoa het du lieu cua toi',
    'Xoá toàn bộ thông tin cá nhân của tôi',
    'yêu cầu xoá dữ liệu',
    'tôi muốn xoá số điện thoại của tôi đi',
    'huỷ hết dữ liệu',
  ],
  ['withdraw-consent', 'tôi không đồng ý nữa', 'rut lai su dong y'],
  [
    'request-callback',
    'nho nguoi goi lai cho toi',
    'Nhờ người gọi lại giúp tôi với',
    'muốn có nhân viên gọi lại',
    'tôi cần được gọi lại',
    'nhờ cán bộ gọi điện tư vấn cho tôi',
  ],
  ['call-status', 'ai se goi toi', 'Bao giờ nhân viên gọi lại cho tôi?', 'khi nào mới gọi', 'ai gọi tôi thế'],
  [
    undefined,
    'xoá sổ bhxh thì sao',
    'thông tin của tôi sai muốn sửa',
    'huỷ thẻ bhyt',
    'tôi muốn gọi cho bác',
    'muốn gọi lại',
    'ai gọi cũng được à',
    'bao giờ được lĩnh lương hưu',
  ],
]

test.each(said.flatMap(([command, ...all]) => all.map((text) => [text, command] as const)))(
  '%s: %s',
  (text, command) => {
    expect(readCommand(text)).toBe(command)
  },
)
