import { loadPlaces } from '../adapters/files/load-places.ts'
import { CONSENT_CALLBACK, invitationPath } from '../http/zalo-consent.ts'
import type { Page } from '../pages/page.ts'
import { channelNamed, pageAfter, pageWords } from './page-words.ts'
import type { StoreJob, StoreJobParts } from './store-jobs.ts'

const USAGE =
  'pages list | pages add zalo|messenger MÃ-TRANG tên=giá-trị … [-] | pages set … | pages remove … | pages consent zalo MÃ-OA (dấu - đọc thêm các dòng tên=giá-trị từ stdin, dùng cho khoá bí mật)'

/** The pages we speak for: `list`, `add`, `set` and `remove`. Secrets go in and never come out. */
export const pageJob: StoreJob = async ([what, channel, id, ...words], parts) => {
  if (what === 'list') return list(parts)
  if (what === 'consent') return askConsent(channel, id, parts)
  if (what !== 'add' && what !== 'set' && what !== 'remove') throw new Error(USAGE)
  const of = { channel: channelNamed(channel), id: id ?? '' }
  if (!/^\d{3,30}$/.test(of.id)) throw new Error('mã trang là dãy số lấy ở trang quản trị của nền tảng')
  const lines = what === 'remove' ? await remove(of, parts) : await write(what, of, words, parts)
  await parts.pagesChanged()
  return lines
}

async function list({ store, root }: StoreJobParts): Promise<readonly string[]> {
  const { provinceByCode, communes } = loadPlaces(root)
  const pages = await store.pages.list()
  if (pages.length === 0) return ['Chưa có trang nào ngoài trang khai trong .env.']
  return pages.map(({ channel, id, province, commune, voice, hours, hotline }) => {
    const where = [communes.find(({ code }) => code === commune)?.name, provinceByCode.get(province)?.name]
    const place = where.filter((name) => name !== undefined).join(', ')
    return [channel, id, place, voice, hours, hotline ?? ''].join('\t')
  })
}

/** A link for the administrator of an OA. Whoever has it can only give us a right, and only to that OA. */
async function askConsent(
  channel: string | undefined,
  oa: string | undefined,
  { store, config }: StoreJobParts,
): Promise<readonly string[]> {
  const kept = await store.pages.list()
  const isOurs = kept.some((page) => page.channel === 'zalo' && page.id === oa) || config.ZALO_OA_ID === oa
  if (channel !== 'zalo' || oa === undefined || !isOurs) throw new Error('chưa có Official Account này')
  const ticket = await store.zaloConsents.ask(oa)
  return [
    'Gửi đường dẫn này cho người quản trị Official Account (dùng một lần, trong một giờ):',
    config.PUBLIC_URL + invitationPath(ticket),
    `Địa chỉ callback phải khai trong trang ứng dụng Zalo: ${config.PUBLIC_URL}${CONSENT_CALLBACK}`,
  ]
}

type Which = Pick<Page, 'channel' | 'id'>

async function write(
  what: 'add' | 'set',
  of: Which,
  words: readonly string[],
  { store, config, root }: StoreJobParts,
): Promise<readonly string[]> {
  const before = (await store.pages.list()).find(({ channel, id }) => channel === of.channel && id === of.id)
  if (what === 'add' && before) throw new Error('đã có trang này; dùng pages set để sửa')
  if (what === 'set' && !before) throw new Error('chưa có trang này; dùng pages add để thêm')
  const ofEnvironment = of.channel === 'zalo' ? config.ZALO_OA_ID : config.MESSENGER_PAGE_ID
  if (ofEnvironment === of.id) throw new Error('trang này khai trong .env; sửa ở đó rồi khởi động lại')
  await store.pages.put(pageAfter(of, before, pageWords(words), loadPlaces(root)))
  const asleep =
    config.SIMULATOR === 'on' ? ['Đang bật trang mô phỏng: đặt SIMULATOR=off để trang này chạy.'] : []
  return [`Đã ghi trang ${of.channel} ${of.id}.`, ...asleep]
}

async function remove({ channel, id }: Which, { store }: StoreJobParts): Promise<readonly string[]> {
  if (!(await store.pages.remove(channel, id))) throw new Error('không có trang này')
  return [`Đã bỏ trang ${channel} ${id}. Tin của người dân đã nhận vẫn được giữ theo thời hạn.`]
}
