import { loadPlaces } from '../adapters/files/load-places.ts'
import { dayInVietNam } from '../conversation/day-in-viet-nam.ts'
import { programmeNamed } from '../sheets/words.ts'
import { periodInWords, periodOf } from '../targets/period.ts'
import type { Progress, Target } from '../targets/progress.ts'
import { sumNotes } from './sheets/plan-targets.ts'
import type { StoreJob } from './store-jobs.ts'

const usage =
  'targets list [agent|commune|province] [MÃ] · targets check: chỉ tiêu đang có hiệu lực và đã đạt bao nhiêu · cộng các phần có khớp chỉ tiêu của tỉnh không. Nhập: import targets TỆP'
const kinds: readonly Target['of'][] = ['agent', 'commune', 'province']

/** How far every plan of today is, in the form it is reported in; or whether the parts add up to the whole. */
export const targetJob: StoreJob = async ([what, word, id], { store, root }) => {
  if (what === 'check') {
    const notes = sumNotes(await store.targets.all())
    return notes.length > 0 ? notes : ['Các phần cộng lại khớp chỉ tiêu của tỉnh.']
  }
  const of = kinds.find((kind) => kind === word)
  if (what !== 'list' || (word !== undefined && of === undefined)) throw new Error(usage)
  const on = dayInVietNam(new Date())
  const scope = { ...(of !== undefined && { of }), ...(id !== undefined && { id }) }
  const all = await store.targets.progress(scope, { on, span: periodOf('week', on) })
  const communes = loadPlaces(root).communeByCode
  return all.map((one) => inWords(one, communes.get(one.target.id)?.name ?? one.target.id))
}

/** "Tháng 11/2026, BHXH tự nguyện, nv-01: 2 mới trong tuần, cộng dồn 12, đạt 40% của kế hoạch 30, chậm 15 người." */
function inWords({ target, fresh, cumulative, percent, pace }: Progress, subject: string): string {
  const share = percent === undefined ? '' : `, đạt ${String(percent).replace('.', ',')}%`
  const behind = Math.max(0, pace.expected - cumulative)
  const late = behind > 0 ? `, chậm ${behind} người` : ''
  const what = `${periodInWords(target.period)}, ${programmeNamed(target.programme)}, ${subject}`
  return `${what}: ${fresh} mới trong tuần, cộng dồn ${cumulative}${share} của kế hoạch ${target.plan}${late}.`
}
