import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { outsideMessenger } from '../support/outside-messenger.ts'
import {
  freePort,
  newDataDir,
  type Program,
  removeData,
  runCli,
  startProgram,
  startRefused,
} from '../support/running-program.ts'

/** One for all tests that only look at a program that runs. */
let usual: Program
beforeAll(async () => {
  usual = await startProgram()
}, 240_000)
afterAll(async () => {
  await usual?.end('SIGKILL')
  if (usual) removeData(usual)
})

const running: Program[] = []
afterEach(async () => {
  for (const program of running.splice(0)) {
    await program.end('SIGKILL')
    removeData(program)
  }
})

async function start(env: Parameters<typeof startProgram>[0]): Promise<Program> {
  const program = await startProgram(env)
  running.push(program)
  return program
}

test('a second program on the same data folder is refused, says who has it, and the first goes on', async () => {
  const { code, said } = await startRefused({ DATA_DIR: usual.dataDir })
  expect(code).toBe(1)
  expect(said).toContain(`DATA_DIR: thư mục ${usual.dataDir} đang được tiến trình ${usual.pid}`)
  const answer = await fetch(`${usual.url}/healthz`)
  expect(await answer.json()).toMatchObject({ ok: true })
}, 240_000)

test('a command on the store reaches the program that has it, through a door only its owner can open', async () => {
  const { dataDir, port } = usual
  const { code, said } = await runCli(['backup'], { DATA_DIR: dataDir, PORT: port })
  expect(said).toContain(join(dataDir, 'backups'))
  expect(code).toBe(0)
  expect(await runCli(['letters', 'list'], { DATA_DIR: dataDir, PORT: port })).toEqual({ code: 0, said: '' })
  const file = join(dataDir, 'admin.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const { url } = JSON.parse(readFileSync(file, 'utf8')) as { url: string }
  expect(new URL(url).hostname).toBe('127.0.0.1')
  const body = JSON.stringify({ name: 'backup', words: [] })
  const stranger = await fetch(url, { method: 'POST', body, headers: { authorization: 'Bearer guess' } })
  expect(stranger.status).toBe(401)
}, 240_000)

test('a port that is taken stops the start with the name of the setting', async () => {
  const dataDir = newDataDir()
  const { code, said } = await startRefused({ PORT: usual.port, DATA_DIR: dataDir })
  removeData({ dataDir })
  expect(code).toBe(1)
  expect(said).toContain(`PORT: cổng ${usual.port} đang có chương trình khác dùng`)
}, 240_000)

test.each([
  ['a port that is no number', { PORT: 'ba nghìn' }, 'PORT: phải là số từ 1 đến 65535'],
  ['half of the Messenger keys', { MESSENGER_PAGE_ID: '1088' }, 'MESSENGER_PAGE_TOKEN, MESSENGER_APP_SECRET'],
  ['a province nobody knows', { PROVINCE: 'Atlantis' }, 'PROVINCE: không nhận ra tỉnh "Atlantis"'],
  ['the simulator in production', { NODE_ENV: 'production', SIMULATOR: 'on' }, 'SIMULATOR: phải là off'],
  ['a server without a key', { DATABASE_URL: 'postgres://x@127.0.0.1/x' }, 'PII_KEY: còn thiếu'],
])(
  '%s stops the start, naming the setting',
  async (_, env: Record<string, string>, complaint) => {
    const { code, said } = await startRefused({ DATA_DIR: '/nowhere/an-sinh', ...env })
    expect(code).toBe(1)
    expect(said).toContain('Thiết lập chưa đúng:')
    expect(said).toContain(complaint)
  },
  120_000,
)

test('told to stop, it finishes what it has in hand; what it has only kept is answered after the next start', async () => {
  const port = await freePort().then(String)
  const outside = await outsideMessenger(port)
  const first = await start(outside.env)
  const people = Array.from({ length: 8 }, (_, i) => `nguoi-${i}`)
  const taken = await Promise.all(people.map((id) => outside.messenger.say(id, 'chào')))
  expect(new Set(taken)).toEqual(new Set(['accepted']))
  expect(await first.end('SIGTERM')).toBe(0)

  await start({ ...outside.env, DATA_DIR: first.dataDir })
  const texts = (id: string) => outside.messenger.received(id).map(({ text }) => text)
  await expect.poll(() => people.filter((id) => texts(id).length > 0), { timeout: 60_000 }).toEqual(people)
  expect(await running[1]?.end('SIGTERM')).toBe(0)
  await outside.close()
  expect(new Set(people.map((id) => texts(id).join('\n'))).size).toBe(1) // everyone heard the same, once
}, 300_000)

test('with real keys there is no simulator: no page and no fakes, but health and privacy', async () => {
  const port = await freePort().then(String)
  const outside = await outsideMessenger(port)
  const { url } = await start({ ...outside.env, SIMULATOR: 'off' })
  const status = async (path: string, method = 'GET') => (await fetch(`${url}${path}`, { method })).status
  for (const path of ['/', '/simulator/simulator.js', '/simulator/events?person=abcd']) {
    expect([path, await status(path)]).toEqual([path, 404])
  }
  for (const path of [
    '/simulator/zalo/act',
    '/mo-phong/zalo/v3.0/oa/message/cs',
    '/mo-phong/messenger/me/messages',
  ]) {
    expect([path, await status(path, 'POST')]).toEqual([path, 404])
  }
  expect(await status('/healthz')).toBe(200)
  const privacy = await (await fetch(`${url}/privacy`)).text()
  expect(privacy).toContain('0238 000 000')
  expect(await outside.messenger.handshake('verify-token')).toBe(true)
  expect(await outside.messenger.handshake('something-else')).toBe(false)
  await outside.close()
}, 240_000)
