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
  'account.sign-out': 'cho đăng xuất mọi nơi',
}

export const actionInWords = (action: string): string => words[action] ?? action
