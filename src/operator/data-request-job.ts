import { dayInVietNam } from '../conversation/day-in-viet-nam.ts'
import { dataRequestDues } from '../policy/data-request-dues.ts'
import { PolicyBook } from '../policy/policy-book.ts'
import { lawNow } from './law-files.ts'
import type { StoreJob } from './store-jobs.ts'

/** The people who want their data erased: `list` with the days they are due, `done CODE` once it has been done. */
export const dataRequestJob: StoreJob = async ([what, code], parts) => {
  const { store } = parts
  if (what === 'done' && code !== undefined) {
    if (!(await store.dataRequests.done(code))) throw new Error('không có yêu cầu nào đang chờ với mã này')
    return [`Đã ghi yêu cầu ${code} là xong.`]
  }
  if (what !== 'list') throw new Error('data-requests list | data-requests done MÃ')
  const policy = new PolicyBook((await lawNow(parts)).parameters)
  const open = await store.dataRequests.open()
  if (open.length === 0) return ['Không có yêu cầu nào đang chờ.']
  return open.map((request) => {
    const asked = dayInVietNam(request.askedAt)
    const { firstReplyBy, doneBy } = dataRequestDues(asked, policy)
    const who = request.isKnown ? 'đã nhận ra người' : 'chưa nhận ra người'
    return [request.code, request.source, asked, `trả lời ${firstReplyBy}`, `xong ${doneBy}`, who].join('\t')
  })
}
