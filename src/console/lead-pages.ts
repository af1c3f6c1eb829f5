import { type Html, html } from '../http/html.ts'
import { page } from '../http/page.ts'
import type { LeadView } from '../leads/lead.ts'
import { outcomes } from '../leads/lead.ts'
import { forWhomLabels, instantLabel, outcomeLabels, programmeLabel, timeLabel } from './labels.ts'

/** The link was just opened: nothing personal yet, only whose phone the code goes to. */
export function linkPage(token: string, phoneEnds: string): string {
  return page(
    'Mở thông tin người cần gọi',
    html`<h1>Có người dân chờ anh/chị gọi</h1>
      <p>
        Để giữ kín thông tin của người dân, chúng tôi gửi một mã vào Zalo của số điện thoại đuôi
        <b>${phoneEnds}</b>.
      </p>
      <form method="post" action="/dai-ly/${token}/ma"><button class="main">Gửi mã cho tôi</button></form>
      <p class="quiet">Liên kết này dùng một lần, trên một máy. Không chuyển cho người khác.</p>`,
  )
}

/** The code was sent: type it. */
export function codePage(token: string, complaint?: string): string {
  return page(
    'Nhập mã',
    html`<h1>Nhập mã vừa nhận</h1>
      ${complaint === undefined ? undefined : html`<p class="complaint" role="alert">${complaint}</p>`}
      <form method="post" action="/dai-ly/${token}/vao">
        <label for="code">Mã gồm sáu chữ số</label>
        <input
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9]{6}"
          maxlength="6"
          required
          autofocus
        />
        <button class="main">Mở thông tin</button>
      </form>
      <form method="post" action="/dai-ly/${token}/ma"><button class="plain">Gửi lại mã</button></form>`,
  )
}

/** Something stands in the way: said plainly, with what to do. */
export function noticePage(title: string, say: string): string {
  return page(
    title,
    html`<h1>${title}</h1>
      <p>${say}</p>`,
  )
}

/** The lead itself, as much of it as the agent may see now. */
export function leadPage(lead: LeadView): string {
  return page(
    `Phiếu ${lead.code}`,
    html`<h1>${lead.addressAs}</h1>
      <p class="quiet">Phiếu ${lead.code} · gọi trước <b>${instantLabel(lead.callBefore)}</b></p>
      ${phone(lead)}
      <dl>
        <dt>Quan tâm</dt>
        <dd>${programmeLabel(lead.programme)}</dd>
        <dt>Xã, phường</dt>
        <dd>${lead.commune}</dd>
        <dt>Giờ tiện nghe</dt>
        <dd>${timeLabel(lead.bestTime)}</dd>
        <dt>Hỏi cho ai</dt>
        <dd>${forWhomLabels[lead.forWhom]}</dd>
      </dl>
      ${alreadyTold(lead)} ${actions(lead)} ${promise}`,
  )
}

function phone(lead: LeadView): Html {
  if (lead.phone === undefined)
    return html`<p class="quiet">Số điện thoại hiện ra sau khi anh/chị nhận phiếu.</p>`
  const code = lead.meetingCode
  return html`<p><a class="call" href="tel:${lead.phone}">Gọi ${lead.phone.replace(/^\+84/, '0')}</a></p>
    ${
      code === undefined
        ? undefined
        : html`<p>
            Vừa chào xong, anh/chị đọc ngay mã gặp mặt <b>${code}</b> cho người dân nghe. Không hỏi người dân
            mã này.
          </p>`
    }`
}

function alreadyTold({ explained, quote }: LeadView): Html {
  const told = explained.map((title) => html`<li>${title}</li>`)
  const sum =
    quote &&
    html`<h3>Số tiền bot đã tính (${quote.on})</h3>
      <pre>${quote.say}</pre>
      <p class="quiet">Mã tính lại: <code>${quote.receipt.slice(0, 24)}…</code></p>`
  return html`<h2>Bot đã nói với người dân</h2>
    ${
      told.length > 0
        ? html`<ul>
            ${told}
          </ul>`
        : html`<p>Chưa giải thích mục nào.</p>`
    }
    ${sum}`
}

function actions(lead: LeadView): Html {
  if (lead.state === 'offered') {
    return html`<form method="post" action="/dai-ly/nhan">
        <button class="main">Nhận phiếu, hiện số điện thoại</button>
      </form>
      <form method="post" action="/dai-ly/tu-choi">
        <label for="reason">Không nhận được? Xin ghi lý do</label>
        <input id="reason" name="reason" maxlength="200" required />
        <button class="plain">Không nhận phiếu này</button>
      </form>`
  }
  if (lead.state === 'not-yours')
    return html`<p>Phiếu này không còn là của anh/chị. Phiếu đã chuyển cho người khác.</p>`
  const done =
    lead.outcome &&
    html`<p class="done" role="status">
      Đã ghi: ${outcomeLabels[lead.outcome.kind]}, lúc ${instantLabel(lead.outcome.at)}.
    </p>`
  const taps = outcomes.map(
    (kind) => html`<button name="outcome" value="${kind}">${outcomeLabels[kind]}</button>`,
  )
  return html`<h2>Kết quả cuộc gọi</h2>
    ${done}
    <form method="post" action="/dai-ly/ket-qua" class="outcomes">${taps}</form>`
}

const promise = html`<p class="promise">
  Luôn nhớ: không hỏi mã OTP, không nhận tiền vào tài khoản cá nhân, không bảo cài ứng dụng lạ, thu tiền luôn
  có biên lai.
</p>`
