import type { ExpressionBuilder } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/adapters/postgres/database/schema.ts'
import { openBacking, type StorePlace } from '../../src/adapters/postgres/open-backing.ts'
import { describeNeeding } from '../support/needs.ts'
import { outsideMessenger } from '../support/outside-messenger.ts'
import { freePort, newDataDir, removeData, startProgram } from '../support/running-program.ts'
import { bareDatabase } from '../support/store-places.ts'

/** What is said, and what its answer must hold. */
type Play = readonly (readonly [says: string, answer: string])[]

const sums: Play = [
  ['menu', 'Bác muốn hỏi gì'],
  ['tính bhxh tự nguyện', 'thuộc diện nào'],
  ['hộ nghèo', 'làm căn cứ đóng'],
  ['2 triệu', 'theo kỳ nào'],
  ['hằng tháng', '275.000 đồng'],
]
const callBack = (phone: string): Play => [
  ['nhờ người gọi lại', 'cho bác hay cho người nhà'],
  ['cho tôi', 'mười tám tuổi'],
  ['đủ rồi', 'Bác xem, sửa, xoá'],
  ['tôi đồng ý', 'xưng hô'],
  ['cô Lan', 'số điện thoại để nhân viên gọi'],
  [phone, 'Đúng chưa ạ'],
  ['đúng rồi', 'xã, phường nào'],
  ['xa kim lien', 'nghe máy lúc nào'],
  ['buoi sang', 'về loại nào'],
  ['bhyt', 'băn khoăn điều gì'],
  ['bỏ qua', 'Mã phiếu'],
]

const PEOPLE = 40
const CALLED = 8
const oneEach = Array.from({ length: CALLED }, () => 1)
const plays = new Map<string, Play>(
  Array.from({ length: PEOPLE }, (_, i) => [
    `person-${i}`,
    i < CALLED ? callBack(`0912 345 6${String(i).padStart(2, '0')}`) : sums,
  ]),
)
const rounds = Math.max(...[...plays.values()].map((play) => play.length))
/** After which rounds the program is killed: early on, and while leads are captured. */
const KILLED_AFTER = [0, 1, 2, 7, 8]
const A_THOUGHT_APART_MS = 3_000
const WAIT_MS = 240_000

/** Over 200 webhooks in 40 talks while the program is killed again and again. Answers how many leads each person left. */
async function drill(place: StorePlace, env: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const port = String(await freePort())
  let ahead = 0
  const outside = await outsideMessenger(port, {
    echoes: false,
    receipts: false,
    now: () => new Date(Date.now() + ahead),
  })
  let program = await startProgram({ ...outside.env, ...env })
  const deliveries: Promise<string>[] = []
  const last = new Map<string, Promise<unknown>>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [person, play] of plays) {
      const text = play[round]?.[0]
      if (text !== undefined) deliver(person, text)
    }
    if (KILLED_AFTER.includes(round)) {
      await new Promise((resolve) => setTimeout(resolve, 200 + round * 100))
      await program.end('SIGKILL')
      program = await startProgram({ ...outside.env, ...env })
    }
  }
  expect(deliveries.length).toBeGreaterThanOrEqual(200)
  expect(new Set(await Promise.all(deliveries))).toEqual(new Set(['accepted']))
  await until(() =>
    [...plays.keys()].every((person) => answersTo(person).length >= (plays.get(person)?.length ?? 0)),
  )
  for (const [person, play] of plays)
    expect({ person, answers: answersTo(person) }).toEqual({ person, answers: play.map((_, i) => i) })
  await program.end('SIGTERM')
  await outside.close()
  const leads = await leadsIn(place)
  removeData(program)
  return leads

  /** A platform brings one person's messages one after the other, each again until it is taken. */
  function deliver(person: string, text: string): void {
    const before = last.get(person) ?? Promise.resolve()
    const delivery = before.then(() => {
      ahead += A_THOUGHT_APART_MS
      return outside.messenger.say(person, text)
    })
    last.set(person, delivery)
    deliveries.push(delivery)
  }

  /** Which lines of the play the messages to a person answer; a repeat after a crash in mid-send counts once. */
  function answersTo(person: string): readonly number[] {
    const play = plays.get(person) ?? []
    const known = outside.messenger
      .received(person)
      .map(({ text }) => play.findIndex(([, answer]) => text.includes(answer)))
      .filter((at) => at >= 0)
    return known.filter((at, i) => at !== known[i - 1])
  }
}

async function leadsIn(place: StorePlace): Promise<readonly number[]> {
  const { db, close } = await openBacking(place)
  const count = ({ fn }: ExpressionBuilder<Database, 'lead'>) => fn.countAll<number>().as('leads')
  const rows = await db.selectFrom('lead').select(count).groupBy('person_id').execute()
  await close()
  return rows.map(({ leads }) => leads)
}

async function until(holds: () => boolean): Promise<void> {
  const limit = Date.now() + WAIT_MS
  while (!holds()) {
    if (Date.now() > limit) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const name = 'kill -9 during 200 webhooks over 40 conversations'
const promise = 'every message answered, in order, no lead twice and none lost'

describe(`${name}: the embedded store`, () => {
  test(
    promise,
    async () => {
      const dataDir = newDataDir()
      expect(await drill({ dataDir }, { DATA_DIR: dataDir })).toEqual(oneEach)
    },
    600_000,
  )
})

await describeNeeding('PostgreSQL', `${name}: PostgreSQL`, () => {
  test(
    promise,
    async () => {
      const { place, remove } = await bareDatabase()
      const env = { DATABASE_URL: place.databaseUrl, PII_KEY: Buffer.alloc(32, 5).toString('base64') }
      expect(await drill(place, env)).toEqual(oneEach)
      await remove()
    },
    600_000,
  )
})
