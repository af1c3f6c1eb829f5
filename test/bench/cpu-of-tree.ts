import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100 // sysconf(_SC_CLK_TCK) on every Linux we meet

/** Milliseconds of CPU that a process and its children have used, those that have ended included. Linux only. */
export function cpuMsOfTree(root: number): number {
  const all = readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? (statOf(Number(pid)) ?? []) : []))
  const own = all.filter(({ pid }) => pid === root)
  const children = all.filter(({ parent }) => parent === root)
  const ticks = own.reduce((n, { used, ofEnded }) => n + used + ofEnded, 0)
  return ((ticks + children.reduce((n, { used }) => n + used, 0)) * 1_000) / TICKS_A_SECOND
}

/** Fields of /proc/PID/stat after the name in brackets, which may hold anything. */
function statOf(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11)
    return { pid, parent, used: user + system, ofEnded: endedUser + endedSystem }
  } catch {
    return undefined // it has ended meanwhile
  }
}
