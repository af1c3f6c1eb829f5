import { clear, createStore, del, delMany, entries, get, set, type UseStore } from 'idb-keyval'

/** What an answer of the server was, and when it came. */
export interface Kept<T> {
  readonly at: number
  readonly data: T
}

/** So long an answer is shown without a network; then it is too old to call somebody by. */
const KEPT_MS = 48 * 3_600_000

let opened: UseStore | undefined
const answers = () => (opened ??= createStore('an-sinh-giu', 'answers'))

/** Keeps an answer in this browser until sign-out. A browser that keeps nothing (private mode) goes on without. */
export async function keep(name: string, data: unknown): Promise<void> {
  await set(name, { at: Date.now(), data }, answers()).catch(() => undefined)
}

/** What was kept under this name and is not too old. */
export async function kept<T>(name: string): Promise<Kept<T> | undefined> {
  const found = await get<Kept<T>>(name, answers()).catch(() => undefined)
  return found && Date.now() - found.at < KEPT_MS ? found : undefined
}

export async function drop(name: string): Promise<void> {
  await del(name, answers()).catch(() => undefined)
}

/** What is too old to be shown does not lie there either. */
export async function dropOld(): Promise<void> {
  const all = await entries<string, Kept<unknown>>(answers()).catch(() => [])
  const old = all.filter(([, { at }]) => Date.now() - at >= KEPT_MS).map(([name]) => name)
  await delMany(old, answers()).catch(() => undefined)
}

/** Names of everything kept that begins so. */
export async function keptNames(beginning: string): Promise<readonly string[]> {
  const all = await entries<string, unknown>(answers()).catch(() => [])
  return all.map(([name]) => name).filter((name) => name.startsWith(beginning))
}

/** Nothing of anybody stays in this browser. */
export async function forgetAnswers(): Promise<void> {
  await clear(answers()).catch(() => undefined)
}
