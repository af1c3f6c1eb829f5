import type { FakeNotice } from './fake-zalo/notices.ts'

/** The template ids the simulator's own settings use. */
export const simulatorTemplates = {
  'new-lead': 'mo-phong-nguoi-can-goi',
  'sign-in-code': 'mo-phong-ma-mo-phieu',
} as const

/** A template message as an agent's phone shows it. */
export interface NoticeOnPhone {
  readonly id: string
  readonly phone: string
  readonly title: string
  readonly lines: readonly string[]
  readonly link?: string
}

export function noticeOnPhone({ id, phone, templateId, data }: FakeNotice): NoticeOnPhone {
  const at = { id, phone: phone.replace(/^84/, '0') }
  if (templateId === simulatorTemplates['sign-in-code']) {
    return {
      ...at,
      title: 'Mã mở phiếu',
      lines: [`Mã của anh/chị: ${data['code'] ?? ''}`, 'Không đưa mã này cho ai.'],
    }
  }
  const { link, code } = data
  const lines = [`Phiếu ${code ?? ''}: có người dân trong xã chờ anh/chị gọi.`]
  return { ...at, title: 'Có người cần gọi', lines, ...(link === undefined ? {} : { link }) }
}
