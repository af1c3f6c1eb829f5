import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AlreadyOpen, lockFolder } from '../../src/adapters/postgres/database/lock-file.ts'

// Two processes on one PGlite folder silently destroy each other's data, so the door must hold.

let dataDir = ''
const lock = () => join(dataDir, 'db.lock')
const leave = (owner: object | string) =>
  writeFileSync(lock(), typeof owner === 'string' ? owner : JSON.stringify(owner))

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-lock-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('a folder is held until it is given back', () => {
  const unlock = lockFolder(dataDir)
  expect(JSON.parse(readFileSync(lock(), 'utf8'))).toEqual({ pid: process.pid, host: hostname() })
  unlock()
  expect(existsSync(lock())).toBe(false)
  lockFolder(dataDir)()
})

test('another process is refused, and told who has it and what to do', () => {
  const unlock = lockFolder(dataDir)
  const other = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '-e',
      `import('./src/adapters/postgres/database/lock-file.ts').then((m) => m.lockFolder(${JSON.stringify(dataDir)}))`,
    ],
    { encoding: 'utf8' },
  )
  unlock()
  expect(other.status).not.toBe(0)
  expect(other.stderr).toContain(`tiến trình ${process.pid}`)
  expect(other.stderr).toContain('db.lock')
})

test('the same process cannot open it twice, though the pid in the lock is its own', () => {
  const unlock = lockFolder(dataDir)
  expect(() => lockFolder(dataDir)).toThrow(AlreadyOpen)
  unlock()
})

test('the lock of a process that died is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  leave({ pid, host: hostname() })
  lockFolder(dataDir)()
})

test('our own pid from an earlier life, as in a container, is taken over', () => {
  leave({ pid: process.pid, host: hostname() })
  lockFolder(dataDir)()
})

test.each([
  ['of a living process', { pid: process.ppid, host: hostname() }],
  ['of another machine, which nobody here can look at', { pid: 1, host: 'another-machine' }],
  ['that is half written', '{"pid":'],
])('a lock %s is never taken', (_, owner) => {
  leave(owner)
  expect(() => lockFolder(dataDir)).toThrow(AlreadyOpen)
  expect(existsSync(lock())).toBe(true)
})
