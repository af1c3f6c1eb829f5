import type { Correspondent } from '../ports.ts'
import type { StoreJob, StoreJobParts } from './store-jobs.ts'

const HOW = 'viết dạng kênh:mã-trang:mã-người, ví dụ zalo:123456:789'

/** `erase --person CHANNEL:PAGE:USER`: forgets one person, whole. Prints counts, nothing personal. */
export const eraseJob: StoreJob = async (words, parts) => {
  const person = await personIn(words, parts)
  const tally = await parts.store.personalData.erase(person)
  return Object.entries(tally).map(([what, count]) => `${what}\t${count}`)
}

/** `export-person --person CHANNEL:PAGE:USER`: everything held about one person, as JSON, to be handed to them. */
export const exportPersonJob: StoreJob = async (words, parts) => {
  const held = await parts.store.personalData.export(await personIn(words, parts))
  return JSON.stringify(held, undefined, 2).split('\n')
}

async function personIn([flag, given]: readonly string[], { store }: StoreJobParts): Promise<string> {
  if (flag !== '--person' || given === undefined) throw new Error(`--person còn thiếu; ${HOW}`)
  const person = await store.personalData.find(correspondentIn(given))
  if (person === undefined) throw new Error('--person: không có ai như vậy trong cơ sở dữ liệu')
  return person
}

function correspondentIn(given: string): Correspondent {
  const [channel, desk, ...rest] = given.split(':')
  const id = rest.join(':')
  if ((channel !== 'zalo' && channel !== 'messenger') || !desk || id === '')
    throw new Error(`--person: ${HOW}`)
  return { channel, desk, id }
}
