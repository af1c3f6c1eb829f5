import { expect, test } from 'vitest'
import { BadConfig, readConfig } from '../../src/config.ts'

const provinceOf = (text: string) => (text === 'Nghệ An' || text === 'nghe an' ? '40' : undefined)
const read = (env: Record<string, string>) => readConfig(env, provinceOf)
const KEY = Buffer.alloc(32, 7).toString('base64')
const messenger = {
  MESSENGER_PAGE_ID: '1',
  MESSENGER_PAGE_TOKEN: 't',
  MESSENGER_APP_SECRET: 's',
  MESSENGER_VERIFY_TOKEN: 'v',
  PUBLIC_URL: 'https://bot.example.vn',
  HOTLINE: '0238 000 000',
  PROVINCE: 'nghe an',
}

test('nothing set: the simulator of the demo province on this machine only', () => {
  expect(read({})).toMatchObject({
    PORT: 3978,
    HOST: '127.0.0.1',
    DATA_DIR: 'var',
    PROVINCE: '40',
    SIMULATOR: 'on',
    PUBLIC_URL: 'http://127.0.0.1:3978',
  })
})

test('a configured platform switches the simulator off', () => {
  expect(read(messenger)).toMatchObject({ SIMULATOR: 'off', platforms: { zalo: false, messenger: true } })
})

test.each([
  [{ PORT: 'abc' }, /PORT: phải là số/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL: phải bắt đầu/],
  [{ PII_KEY: 'short' }, /PII_KEY: phải là khoá 32 byte/],
  [{ BOT_TODAY: '2027-02-30' }, /BOT_TODAY: phải là ngày có thật/],
  [{ PROVINCE: 'Atlantis' }, /PROVINCE: không nhận ra/],
  [{ BOT_TODAY: '2027-01-01', NODE_ENV: 'production', ...messenger }, /BOT_TODAY: không được dùng/],
  [{ SIMULATOR: 'on', NODE_ENV: 'production' }, /SIMULATOR: phải là off/],
  [{ SIMULATOR: 'on', HOST: '0.0.0.0' }, /HOST: trang mô phỏng chỉ chạy/],
  [{ SIMULATOR: 'on', ...messenger }, /SIMULATOR: không bật cùng lúc/],
  [{ MESSENGER_PAGE_ID: '1' }, /MESSENGER_PAGE_TOKEN.*còn thiếu/],
  [{ ...messenger, HOTLINE: '' }, /HOTLINE: còn thiếu/],
  [{ DATABASE_URL: 'postgres://x' }, /PII_KEY: còn thiếu/],
  [{ SIMULATOR: 'off' }, /PROVINCE: còn thiếu/],
])('a wrong value stops the start and names its key: %j', (env, complaint) => {
  expect(() => read(env)).toThrow(BadConfig)
  expect(() => read(env)).toThrow(complaint)
})

test('a server database with its key is fine', () => {
  expect(read({ DATABASE_URL: 'postgres://x', PII_KEY: KEY }).PII_KEY).toBe(KEY)
})
