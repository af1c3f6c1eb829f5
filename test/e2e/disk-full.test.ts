import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, startProgram, type Program } from '../support/running-program.ts'
import { type OutsideMessenger, outsideMessenger } from '../support/outside-messenger.ts'
import { holdsWithin } from '../support/outside-program.ts'

// The embedded store on a disk of its own, which is really filled up. Mounting one needs root.

const SIZE = '300m'
const WAIT_MS = 180_000
const canMount = process.getuid?.() === 0 && mounts()
const name = `the disk is full${canMount ? '' : ' (skipped: no right to mount a small disk here)'}`

function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(!canMount)(name, () => {
  const disk = mkdtempSync(join(tmpdir(), 'an-sinh-disk-'))
  const dataDir = join(disk, 'var')
  const filler = join(disk, 'filler')
  let outside: OutsideMessenger
  let program: Program
  let env: Readonly<Record<string, string>>

  beforeAll(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk])
    mkdirSync(dataDir)
    const port = String(await freePort())
    outside = await outsideMessenger(port, { receipts: false })
    env = { ...outside.env, DATA_DIR: dataDir }
    program = await startProgram(env)
  }, 300_000)
  afterAll(async () => {
    await program?.end('SIGKILL')
    await outside?.close()
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  })

  const heard = (person: string) =>
    outside.messenger.received(person).filter(({ text }) => text.includes('Bác muốn hỏi gì')).length

  /** To the last block, whatever the program takes or gives back meanwhile. */
  function fillUp(): void {
    const file = openSync(filler, 'w')
    const block = Buffer.alloc(4_096)
    try {
      for (;;) writeSync(file, block)
    } catch {
      expect(statfsSync(disk).bavail).toBe(0)
    } finally {
      closeSync(file)
    }
  }

  test('what was said to be kept is kept, what cannot be kept is refused; with room again all is answered, once', async () => {
    await outside.messenger.say('truoc', 'menu')
    expect(await holdsWithin(WAIT_MS, () => heard('truoc') === 1)).toBe(true)
    fillUp()
    const people = Array.from({ length: 40 }, (_, i) => `nguoi-${i}`)
    const deliveries = people.map((person) => outside.messenger.say(person, `menu ${'ạ'.repeat(2_000)}`))
    const menus = people.map((person) => outside.messenger.say(person, 'menu'))
    const before = outside.messenger.webhooks.tally
    expect(await holdsWithin(WAIT_MS, () => before.posted > before.accepted + people.length)).toBe(true)
    rmSync(filler)
    await superviseUntil(() => people.every((person) => heard(person) >= 1))
    expect(new Set(await Promise.all([...deliveries, ...menus]))).toEqual(new Set(['accepted']))
    expect(people.map(heard)).toEqual(people.map(() => 1))
  }, 600_000)

  /** As a supervisor does: a program that has ended or is not well is started again. */
  async function superviseUntil(holds: () => boolean): Promise<void> {
    const isWell = async () => (await fetch(`${program.url}/healthz`).catch(() => undefined))?.ok === true
    if (await holdsWithin(30_000, async () => holds() && (await isWell()))) return
    if (!(await isWell())) {
      await program.end('SIGKILL')
      program = await startProgram(env)
    }
    expect(await holdsWithin(WAIT_MS, holds)).toBe(true)
  }
})
