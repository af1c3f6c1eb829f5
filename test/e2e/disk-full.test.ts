import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownPostgres, postgresBin, type Server } from '../chaos/servers.ts'
import { holdsWithin, type OutsideProgram, startOutside } from '../support/outside-program.ts'

// A small disk of its own (tmpfs), filled to the last byte while people write. Mounting one needs root.

const WAIT_MS = 120_000
const PEOPLE = 60
/** Of a job: nobody is given up for the disk's sake. */
const LONGER_THAN_ALL_ATTEMPTS_MS = 25_000

interface SmallDisk {
  readonly folder: string
  fill(): void
  free(): void
  remove(): void
}

/** Undefined where none can be mounted. */
function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => fillWith(ballast),
    free: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Big pieces first, then single pages, until not one is left. */
function fillWith(path: string): void {
  const file = openSync(path, 'a')
  for (const size of [1024 * 1024, 4096]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1))
    } catch {
      continue
    }
  }
  closeSync(file)
}

const disk = smallDisk(400)
const isPostgresHere = postgresBin() !== undefined
const forms = [
  ['the embedded store', true],
  ['PostgreSQL', isPostgresHere],
] as const

describe.each(forms)(
  `the disk under %s is full${disk ? '' : ' (skipped: no disk can be mounted here)'}`,
  (form, isHere) => {
    describe.skipIf(!disk || !isHere)('', () => {
      let desk: OutsideProgram
      let postgres: Server | undefined
      let dataDir: string

      beforeAll(async () => {
        const { folder } = disk as SmallDisk // skipped without one
        dataDir = join(folder, form === 'PostgreSQL' ? 'files' : 'embedded')
        mkdirSync(dataDir, { recursive: true })
        postgres = form === 'PostgreSQL' ? await ownPostgres(folder) : undefined
        const env = { PII_KEY: Buffer.alloc(32, 4).toString('base64'), DATA_DIR: dataDir }
        desk = await startOutside({ ...env, ...(postgres && { DATABASE_URL: postgres.url }) })
      }, 300_000)
      afterAll(async () => {
        disk?.free()
        await desk?.close()
        await postgres?.remove()
        rmSync(dataDir, { recursive: true, force: true })
      })

      const answersTo = (person: string) =>
        desk.outside.messenger.received(person).filter(({ text }) => text.includes('Bác muốn hỏi gì')).length
      const ready = async () => (await fetch(`${desk.program.url}/readyz`)).status

      test('nothing is said to be kept that is not; it says so; with space again everybody is answered once', async () => {
        await desk.outside.messenger.say('bac-truoc', 'menu')
        expect(await holdsWithin(WAIT_MS, () => answersTo('bac-truoc') === 1)).toBe(true)
        disk?.fill()
        const people = Array.from({ length: PEOPLE }, (_, i) => `bac-${i}`)
        const deliveries = people.map((person) => desk.outside.messenger.say(person, 'menu'))
        let refused = 0
        const isRefusing = await holdsWithin(WAIT_MS, async () => {
          if ((await desk.statusOf('bac-la', 'menu')) >= 500) refused += 1
          return refused > 2
        })
        expect(isRefusing).toBe(true)
        // Another message each time: a busy machine may have refused the first ones for its own sake.
        const readyAfterOne = () => desk.statusOf('bac-la', 'menu').then(ready)
        await expect.poll(readyAfterOne).toBe(503)
        await expect.poll(() => desk.program.said()).toContain('webhook not kept')
        await pause(LONGER_THAN_ALL_ATTEMPTS_MS)
        expect(await ready()).toBe(503)
        disk?.free()
        expect(new Set(await Promise.all(deliveries))).toEqual(new Set(['accepted']))
        expect(await holdsWithin(WAIT_MS, () => people.every((person) => answersTo(person) > 0))).toBe(true)
        expect(await holdsWithin(WAIT_MS, async () => (await ready()) === 200)).toBe(true)
        expect(people.filter((person) => answersTo(person) !== 1)).toEqual([])
      }, 400_000)
    })
  },
)
afterAll(() => disk?.remove())
