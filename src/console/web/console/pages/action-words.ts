/** Every action the audit knows, said after the name of who did it. */
const words: Readonly<Record<string, string>> = {
  'account.create': 'tạo tài khoản',
  'account.enable': 'mở khoá',
  'account.disable': 'khoá',
  'account.reset': 'cấp lại mật khẩu và mã xác thực cho',
  'account.password': 'đặt mật khẩu cho',
  'account.set-up': 'thiết lập xong tài khoản',
  'account.bind': 'nối tài khoản cơ quan với',
  'agent.quiet': 'đặt giờ yên tĩnh của',
  'agent.leave': 'ghi ngày nghỉ của',
  'agent.leave-cancel': 'huỷ ngày nghỉ của',
  'suggestion.settle': 'xử lý góp ý số',
  'answer.begin': 'bắt đầu soạn câu',
  'answer.save': 'sửa bản nháp của câu',
  'answer.submit': 'gửi duyệt câu',
  'answer.return': 'trả lại bản của câu',
  'answer.approve': 'duyệt bản của câu',
  'answer.reopen': 'mở lại để sửa câu',
  'answer.drop': 'bỏ bản nháp của câu',
  'answer.publish': 'xuất bản câu',
  'answer.roll-back': 'quay lại bản cũ của câu',
  'account.sign-out': 'cho đăng xuất mọi nơi',
}

export const actionInWords = (action: string): string => words[action] ?? action
