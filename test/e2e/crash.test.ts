import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeNeeding } from '../support/needs.ts'
import { outsideMessenger } from '../support/outside-messenger.ts'
import { freePort, removeData, startProgram } from '../support/running-program.ts'
import { newDatabase } from '../support/store.ts'

const PEOPLE = 40
/** What each answer must hold, in this order, for a conversation that tries the sums. */
const sums = [
  ['menu', 'Bác muốn hỏi gì'],
  ['tính bhxh tự nguyện', 'thuộc diện nào'],
  ['hộ nghèo', 'làm căn cứ đóng'],
  ['2 triệu', 'theo kỳ nào'],
  ['hằng tháng', '275.000 đồng'],
] as const
const KILLS = 3
const WAIT_MS = 240_000

/** 200 webhooks over 40 conversations while the program is killed again and again: all answered, in order, no lead twice. */
async function drill(env: Readonly<Record<string, string>>): Promise<void> {
  const port = String(await freePort())
  let ahead = 0
  const outside = await outsideMessenger(port, {
    echoes: false,
    receipts: false,
    now: () => new Date(Date.now() + ahead), // each round is a thought of its own
  })
  let program = await startProgram({ ...outside.env, ...env })
  const people = Array.from({ length: PEOPLE }, (_, i) => `person-${i}`)
  const deliveries = []
  for (const [round, [text]] of sums.entries()) {
    for (const person of people) deliveries.push(outside.messenger.say(person, text))
    ahead += 5_000
    if (round < KILLS) {
      await new Promise((resolve) => setTimeout(resolve, 200 + round * 150))
      await program.end('SIGKILL')
      program = await startProgram({ ...outside.env, ...env })
    }
  }
  expect(new Set(await Promise.all(deliveries))).toEqual(new Set(['accepted']))
  await until(() => people.every((person) => answersOf(person).length >= sums.length))
  for (const person of people)
    expect({ person, answers: answersOf(person) }).toEqual({ person, answers: sums.map((_, i) => i) })
  await program.end('SIGTERM')
  await outside.close()
  removeData(program)

  /** Which of the sums each message to a person answers; a repeat after a crash in mid-send counts once. */
  function answersOf(person: string): readonly number[] {
    const known = outside.messenger
      .received(person)
      .map(({ text }) => sums.findIndex(([, answer]) => text.includes(answer)))
      .filter((at) => at >= 0)
    return known.filter((at, i) => at !== known[i - 1])
  }
}

async function until(holds: () => boolean): Promise<void> {
  const limit = Date.now() + WAIT_MS
  while (!holds()) {
    if (Date.now() > limit) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Known to fail: after kill -9 the embedded store leaves messages unanswered (issue 2 stays open for it). */
if (process.env['CRASH_EMBEDDED'] === '1') {
  describe('kill -9 during 200 webhooks over 40 conversations', () => {
    test('the embedded store: every message answered, in order', async () => {
      await drill({ DATA_DIR: mkdtempSync(join(tmpdir(), 'an-sinh-')) })
    }, 600_000)
  })
}

await describeNeeding('PostgreSQL', 'kill -9 during 200 webhooks over 40 conversations', () => {
  test('a PostgreSQL store: every message answered, in order', async () => {
    const { place, remove } = await newDatabase()
    const url = 'databaseUrl' in place ? place.databaseUrl : ''
    await drill({ DATABASE_URL: url, PII_KEY: Buffer.alloc(32, 5).toString('base64') })
    await remove()
  }, 600_000)
})
