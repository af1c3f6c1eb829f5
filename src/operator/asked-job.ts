import { dayInVietNam } from '../conversation/day-in-viet-nam.ts'
import type { StoreJob } from './store-jobs.ts'

const MOST = 1_000

/** What people asked, newest first, one JSON line each: what needs mending, what was declined as none of ours, or everything. */
export const askedJob: StoreJob = async ([which = 'to-mend'], { store }) => {
  if (which !== 'to-mend' && which !== 'not-ours' && which !== 'all')
    throw new Error('asked [to-mend|not-ours|all]')
  const records = await store.questions.list(which, MOST)
  return records.map(({ askedAt, ...rest }) => JSON.stringify({ on: dayInVietNam(askedAt), ...rest }))
}
