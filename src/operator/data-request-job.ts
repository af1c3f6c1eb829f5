import { join } from 'node:path'
import { loadPolicy } from '../adapters/files/load-policy.ts'
import { dayInVietNam } from '../conversation/day-in-viet-nam.ts'
import { dataRequestDues } from '../policy/data-request-dues.ts'
import type { StoreJob } from './store-jobs.ts'

/** The people who want their data erased: `list` with the days they are due, `done CODE` once it has been done. */
export const dataRequestJob: StoreJob = async ([what, code], { store, root }) => {
  if (what === 'done' && code !== undefined) {
    if (!(await store.dataRequests.done(code))) throw new Error('không có yêu cầu nào đang chờ với mã này')
    return [`Đã ghi yêu cầu ${code} là xong.`]
  }
  if (what !== 'list') throw new Error('data-requests list | data-requests done MÃ')
  const policy = loadPolicy(join(root, 'knowledge', 'policy'))
  const open = await store.dataRequests.open()
  if (open.length === 0) return ['Không có yêu cầu nào đang chờ.']
  return open.map((request) => {
    const asked = dayInVietNam(request.askedAt)
    const { firstReplyBy, doneBy } = dataRequestDues(asked, policy)
    const who = request.isKnown ? 'đã nhận ra người' : 'chưa nhận ra người'
    return [request.code, request.source, asked, `trả lời ${firstReplyBy}`, `xong ${doneBy}`, who].join('\t')
  })
}
