import type { OpenLetter } from '../adapters/postgres/dead-letters.ts'
import type { StoreJob, StoreJobParts } from './store-jobs.ts'

const USAGE = 'letters list | letters show MÃ [--with-words] | letters replay MÃ|all'
const WITH_WORDS = '--with-words'
const MOST = 1_000
/** A line of a stack trace: a place in our code, never what a person typed. */
const frame = /^\s+at .*:\d+:\d+\)?$/

/** What was given up: `list`, `show` one (what a person typed only when asked for by name), `replay` one or all. */
export const letterJob: StoreJob = async ([what, id, ...flags], parts) => {
  if (what === 'list' && id === undefined) return list(parts)
  if (what === 'show' && id !== undefined) return show(id, flags.includes(WITH_WORDS), parts)
  if (what === 'replay' && id !== undefined) return replay(id, parts)
  throw new Error(USAGE)
}

async function list({ store }: StoreJobParts): Promise<readonly string[]> {
  return (await store.deadLetters.list(MOST)).map((letter) => JSON.stringify(letter))
}

async function show(id: string, withWords: boolean, { store }: StoreJobParts): Promise<readonly string[]> {
  const letter = await store.deadLetters.show(id)
  if (!letter) throw new Error(`không có tin nào bị bỏ lại với mã ${id}`)
  return [JSON.stringify(withWords ? letter : withoutWords(letter), undefined, 2)]
}

/** The message of an error can quote what it choked on, so only its places in our code are shown. */
function withoutWords({ id, kind, channel, desk, at, why, error }: OpenLetter) {
  const where = error.split('\n').filter((line) => frame.test(line))
  return { id, kind, channel, desk, at, why, where: where.map((line) => line.trim()) }
}

/** Oldest first, so that several letters of one person go back in the order they came. */
async function replay(id: string, { store }: StoreJobParts): Promise<readonly string[]> {
  const { deadLetters } = store
  const ids = id === 'all' ? (await deadLetters.list(MOST)).map((letter) => letter.id).toReversed() : [id]
  let replayed = 0
  for (const one of ids) if (await deadLetters.replay(one)) replayed += 1
  if (replayed === 0 && id !== 'all') throw new Error(`không có tin nào bị bỏ lại với mã ${id}`)
  return [`Đã đưa ${replayed} tin vào hàng để làm lại.`]
}
