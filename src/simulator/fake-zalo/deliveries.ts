import type { ZaloCore } from './core.ts'
import { FREE_FOR_MS, readCsMessage, type CsMessage } from './cs-rules.ts'
import { newZaloId } from './events.ts'
import { type FakeNotice, isRefusedAtNight, readNotice, readPersonNotice } from './notices.ts'

/** What Zalo does with a message or a template it may accept. Answers the `data` of a success or an error number. */
export class ZaloDeliveries {
  readonly notices: FakeNotice[] = []
  readonly #refusals: number[] = []
  readonly #core: ZaloCore
  readonly #listeners = new Set<(notice: FakeNotice) => void>()

  constructor(core: ZaloCore) {
    this.#core = core
  }

  sendMessage(body: unknown): object | number {
    const { options, people } = this.#core
    const now = options.now()
    const message = readCsMessage(body, this.#core, now)
    if (typeof message === 'number') return message
    const { userId } = message
    const message_id = newZaloId()
    people.add(userId, { ...message, id: message_id, from: 'page', mark: 'delivered' })
    this.#report(message, message_id)
    const sinceMs = now.getTime() - (people.find(userId)?.interactedAt?.getTime() ?? 0)
    const quota = sinceMs <= FREE_FOR_MS && { quota: { quota_type: 'reply' } } // no quota: this one was charged
    return { message_id, user_id: userId, sent_time: String(now.getTime()), ...quota }
  }

  /** Remembers what a sender was refused. */
  told<T extends object | number>(answer: T): T {
    if (typeof answer === 'number') this.#refusals.push(answer)
    return answer
  }

  get refusals(): readonly number[] {
    return this.#refusals
  }

  sendNotice(body: unknown): object | number {
    const { options, webhooks, events } = this.#core
    const read = readNotice(body, options.templates)
    if (typeof read === 'number') return read
    if (isRefusedAtNight(read.templateId, options)) return -133
    const notice = { ...read, id: newZaloId(), at: options.now() }
    this.notices.push(notice)
    for (const listen of this.#listeners) listen(notice)
    const sentTime = String(notice.at.getTime())
    if (options.noticeReceipts ?? options.receipts) {
      const receipt = { delivery_time: sentTime, msg_id: notice.id, tracking_id: notice.trackingId }
      void webhooks.post(notice.phone, events.fromOa('user_received_message', notice.phone, receipt))
    }
    const quota = { dailyQuota: '500', remainingQuota: '499' }
    return { msg_id: notice.id, sent_time: sentTime, sending_mode: '1', quota }
  }

  /** Needs no open window, only somebody who is known and has not blocked the OA. It stands in their chat. */
  sendToPerson(body: unknown): object | number {
    const { options, people } = this.#core
    const read = readPersonNotice(body, options)
    if (typeof read === 'number') return read
    const { userId, templateId, data } = read
    const person = people.find(userId)
    if (!person) return -201
    if (person.blocked) return -217
    if (isRefusedAtNight(templateId, options)) return -234
    const id = newZaloId()
    const text = `[${templateId}] ${Object.values(data).join(' · ')}`
    people.add(userId, { id, from: 'page', text, mark: 'delivered' })
    const sent_time = String(options.now().getTime())
    return {
      message_id: id,
      user_id: userId,
      sent_time,
      quota: { quota_type: 'purchase_quota', remain: 4_821 },
    }
  }

  onNotice(listen: (notice: FakeNotice) => void): () => void {
    this.#listeners.add(listen)
    return () => void this.#listeners.delete(listen)
  }

  /** A picture comes back without our words. */
  #report({ userId, text, picture: url }: CsMessage, msg_id: string): void {
    const { options, webhooks, events } = this.#core
    const echo =
      url === undefined
        ? events.fromOa('oa_send_text', userId, { text, msg_id })
        : events.fromOa('oa_send_image', userId, { msg_id, attachments: [imageAt(url)] })
    if (options.echoes) void webhooks.post(userId, echo)
    if (options.receipts) {
      void webhooks.post(userId, events.fromOa('user_received_message', userId, { msg_id }))
    }
  }
}

const imageAt = (url: string) => ({ type: 'image', payload: { thumbnail: url, url } })
