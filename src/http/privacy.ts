import express, { type Router } from 'express'
import { html } from './html.ts'
import { page } from './page.ts'

/** What the privacy page must say truly: who runs the bot, how long conversations are kept, whom to ask. */
export interface PrivacyFacts {
  readonly operator: string
  readonly retentionDays: number
  readonly hotline: string | undefined
  readonly officeHours: string
}

/** `GET /privacy`: the page that the first answer of every conversation links to (Law 91/2025/QH15). */
export function privacy(facts: PrivacyFacts): Router {
  const router = express.Router()
  router.get('/privacy', (_, res) => {
    res.type('html').send(privacyPage(facts))
  })
  return router
}

function privacyPage({ operator, retentionDays, hotline, officeHours }: PrivacyFacts): string {
  const person = hotline === undefined ? 'cơ quan BHXH nơi bác ở' : `số ${hotline} (${officeHours})`
  return page(
    'Dữ liệu của bác',
    html`<h1>Dữ liệu của bác khi trò chuyện với An Sinh</h1>
      <p>An Sinh là chương trình trả lời tự động về BHXH và BHYT, do ${operator} vận hành.</p>
      <h2>Giữ những gì</h2>
      <ul>
        <li>Các câu trả lời bác đã chọn khi tính thử, để lần sau nói tiếp được ngay.</li>
        <li>Nếu bác đồng ý để được gọi lại: cách xưng hô, số điện thoại, xã phường và giờ tiện nghe máy.</li>
        <li>Bằng chứng bác đã đồng ý: lời văn đã hiện, lúc nào, trên kênh nào.</li>
        <li>
          Câu bác hỏi, đã bỏ mọi con số, tên người, địa chỉ và không kèm ai hỏi, để sửa câu trả lời cho đúng
          hơn.
        </li>
      </ul>
      <p>
        Các thông tin này được mã hoá. Số căn cước, mã số BHXH, số thẻ, mã OTP bác lỡ gõ được che đi. Ảnh
        không được tải về.
      </p>
      <h2>Giữ bao lâu</h2>
      <p>
        Cuộc trò chuyện được xoá sau ${retentionDays} ngày kể từ tin nhắn cuối của bác; câu hỏi đã bỏ thông
        tin cá nhân cũng giữ chừng ấy ngày.
      </p>
      <h2>Ai được xem</h2>
      <p>
        Chỉ nhân viên thu được giao gọi cho bác, và chỉ thấy số điện thoại sau khi nhận việc. Mỗi lần xem đều
        được ghi lại.
      </p>
      <h2>Quyền của bác</h2>
      <p>
        Bác có thể không đồng ý mà vẫn được trả lời đầy đủ. Muốn xem, sửa, rút lại đồng ý hoặc xoá dữ liệu,
        bác liên hệ ${person}. Yêu cầu xoá gửi qua Facebook hay Zalo có mã để bác xem đã làm tới đâu.
      </p>
      ${genuine}`,
  )
}

const genuine = html`<h2>Nhận ra người thật</h2>
  <p>
    Không ai của chúng tôi hỏi mã OTP, xin số tài khoản, bắt cài ứng dụng lạ hay thu tiền mà không có biên
    lai.
  </p>`
