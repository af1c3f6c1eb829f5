import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Another process has the data folder open: two would silently destroy each other's data. */
export class AlreadyOpen extends Error {
  override readonly name = 'AlreadyOpen'
}

const owner = z.object({ pid: z.number(), host: z.string() })
type Owner = z.output<typeof owner>

/** Folders this process holds: its own pid in a lock file must not look stale to itself. */
const held = new Set<string>()

/** Takes the data folder for this process and answers how to give it back. Never takes it from a living process. */
export function lockFolder(dataDir: string): () => void {
  const file = resolve(join(dataDir, 'db.lock'))
  mkdirSync(dataDir, { recursive: true })
  if (held.has(file) || !(writeLock(file) || takeOver(file))) {
    throw new AlreadyOpen(refusal(dataDir, file))
  }
  held.add(file)
  return () => {
    if (held.delete(file)) rmSync(file, { force: true })
  }
}

function writeLock(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Moves a stale lock aside first: if it turns out to be another starter's fresh one, it is put back. */
function takeOver(file: string): boolean {
  if (!isStale(file)) return false
  const aside = `${file}.${process.pid}`
  renameSync(file, aside)
  if (!isStale(aside)) {
    renameSync(aside, file)
    return false
  }
  rmSync(aside)
  return writeLock(file)
}

/** Left behind by a crash: its process is gone, or is us (in a container every process has the same pid). */
function isStale(file: string): boolean {
  const last = readOwner(file)
  if (!last || last.host !== hostname()) return false
  return last.pid === process.pid || !isAlive(last.pid)
}

function readOwner(file: string): Owner | undefined {
  try {
    return owner.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined // half written, or gone again
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function refusal(dataDir: string, file: string): string {
  const by = readOwner(file)
  const who = by ? `tiến trình ${by.pid} trên máy ${by.host}` : 'một tiến trình khác'
  return (
    `DATA_DIR: thư mục ${dataDir} đang được ${who} sử dụng. Mỗi thư mục dữ liệu chỉ một chương trình được mở. ` +
    `Hãy dừng chương trình kia; nếu chắc chắn nó không còn chạy (ví dụ máy đã đổi), xoá tệp ${file} rồi chạy lại.`
  )
}
