import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { everyTable } from '../support/every-table.ts'
import { type OutsideMessenger, outsideMessenger } from '../support/outside-messenger.ts'
import { freePort, newDataDir, type Program, removeData, startProgram } from '../support/running-program.ts'

const WAIT_MS = 120_000
/** So that the failures meet whom they are meant for; if not, the talk only takes longer. */
const HEAD_START_MS = 2_000

const talk: readonly (readonly [says: string, answer: string])[] = [
  ['tui là Quách Thị Xuyến, số cccd 040085001234', 'cháu'],
  ['nhờ người gọi lại', 'cho bác hay cho người nhà'],
  ['cho tôi', 'mười tám tuổi'],
  ['đủ rồi', 'Bác xem, sửa, xoá'],
  ['tôi đồng ý', 'xưng hô'],
  ['cô Xuyến', 'số điện thoại để nhân viên gọi'],
  ['0912 345 678', 'Đúng chưa ạ'],
  ['đúng rồi', 'xã, phường nào'],
  ['xa kim lien', 'nghe máy lúc nào'],
  ['buoi sang', 'về loại nào'],
  ['bhyt', 'băn khoăn điều gì'],
  ['bỏ qua', 'Mã phiếu'],
]

/** In every spelling in which they could leak. */
const personal = ['Xuyến', 'Quách', '040085001234', '0912345678', '0912 345 678', '912345678', 'kim lien']
const person = 'psid-778812340055'
/** Their sends fail. What becomes of them later is another test's; what is logged then is this one's. */
const unlucky = ['psid-778812340056', 'psid-778812340057']

test('nothing personal and no key is in a log line, a file or a table, even at the most talkative level and in trouble', async () => {
  const port = String(await freePort())
  const outside = await outsideMessenger(port)
  const secrets = ['MESSENGER_PAGE_TOKEN', 'MESSENGER_APP_SECRET', 'MESSENGER_VERIFY_TOKEN'].map(
    (key) => outside.env[key] ?? key,
  )
  const program = await startProgram({ ...outside.env, DATA_DIR: newDataDir(), LOG_LEVEL: 'debug' })
  await liveThroughTrouble(outside)
  await fetch(`${program.url}/webhooks/messenger`, { method: 'POST', body: '{"text":"Quách Thị Xuyến"}' })
  await fetch(`${program.url}/dai-ly/Qu%C3%A1ch-0912345678`)
  await program.end('SIGTERM')
  await outside.close()
  expect(program.said()).toContain('ready') // it did log
  const never = [...personal, ...secrets, person, ...unlucky]
  expect(found(never, [Buffer.from(program.said())])).toEqual([])
  expect(found(never, filesOf(program))).toEqual([])
  const tables = await everyTable({ dataDir: program.dataDir })
  expect(tables.size).toBeGreaterThan(30)
  expect(linesIn(tables, 'public.lead')).toBe(1) // the talk did leave something
  expect(found(never, [...tables.values()])).toEqual([])
  removeData(program)
}, 240_000)

/** Sends fail, are left without an answer, and at last refused; between that, one whole talk. */
async function liveThroughTrouble({ messenger }: OutsideMessenger): Promise<void> {
  messenger.failNext({ kind: 'status', status: 500 })
  messenger.failNext({ kind: 'hang-up', delivered: false })
  for (const id of unlucky) await messenger.say(id, `tui là ${personal[1]} ${personal[0]}, cccd 040085001234`)
  await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS))
  for (const [says, answer] of talk) {
    await messenger.say(person, says)
    await expect
      .poll(() => messenger.received(person).some(({ text }) => text.includes(answer)), { timeout: WAIT_MS })
      .toBe(true)
  }
  messenger.failNext({ kind: 'error', code: 190 })
  await messenger.say(person, 'cảm ơn Xuyến')
}

function filesOf({ dataDir }: Program): readonly Buffer[] {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dataDir, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => (file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)))
}

function linesIn(tables: ReadonlyMap<string, Buffer>, name: string): number {
  return (JSON.parse(tables.get(name)?.toString() ?? '[]') as readonly unknown[]).length // our own JSON
}

function found(words: readonly string[], contents: readonly Buffer[]): readonly string[] {
  return words.filter((word) => contents.some((bytes) => bytes.includes(word)))
}
