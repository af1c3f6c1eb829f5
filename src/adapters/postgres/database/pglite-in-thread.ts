import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../../../project-root.ts'

/** `dataDir` absent: in memory. `loadFrom`: a dump that `dataDir`, not yet there, begins as. */
export interface PgliteOptions {
  readonly dataDir?: string
  readonly loadFrom?: string
  readonly postgresqlconf: readonly string[]
}

interface Rows<T> {
  readonly rows: T[]
  readonly affectedRows?: number
  readonly fields: { name: string; dataTypeID: number }[]
}

interface Transaction {
  query<T>(sql: string, params?: unknown[], settings?: object): Promise<Rows<T>>
  rollback(): Promise<void>
}

interface Waiting {
  readonly done: (value: unknown) => void
  readonly failed: (error: Error) => void
}

/** What the thread says. */
type Message =
  | { readonly channel: string; readonly payload: string }
  | { readonly id: number; readonly value?: unknown; readonly error?: { readonly message: string } }

/** PostgreSQL's code, compiled by the first thread of this process and shared by those that follow. */
let compiled: unknown

/**
 * PGlite on its own thread (pglite-thread.mjs), with the part of its interface that Kysely and pg-boss use. Errors keep
 * PostgreSQL's `code`. When the thread dies, every call fails.
 */
export class PgliteInThread {
  readonly #thread: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #heard = new Map<string, Set<(payload: string) => void>>()
  readonly waitReady: Promise<void>
  #calls = 0
  #gone: Error | undefined
  ready = false
  closed = false

  constructor(options: PgliteOptions) {
    const file = join(projectRoot(), 'src', 'adapters', 'postgres', 'database', 'pglite-thread.mjs')
    this.#thread = new Worker(file, { workerData: { ...options, compiled }, execArgv: [] })
    this.#thread.on('message', (message: Message) => void this.#take(message))
    this.#thread.on('error', (error) => void this.#lose(error))
    this.#thread.on('exit', () => void this.#lose(new Error('the database has stopped')))
    const opened = new Promise<unknown>((done, failed) => this.#waiting.set(0, { done, failed }))
    this.waitReady = opened.then((code) => {
      compiled ??= code
      this.ready = true
    })
  }

  /** A database that is open, or why it could not be opened. */
  static async open(options: PgliteOptions): Promise<PgliteInThread> {
    const pglite = new PgliteInThread(options)
    await pglite.waitReady
    return pglite
  }

  query<T>(sql: string, params?: unknown[], settings?: object): Promise<Rows<T>> {
    return this.#ask('query', undefined, sql, params, settings) as Promise<Rows<T>> // Kysely and pg-boss say what a row is
  }

  exec(sql: string): Promise<{ rows: unknown[] }[]> {
    return this.#ask('exec', undefined, sql) as Promise<{ rows: unknown[] }[]>
  }

  /** Others wait until it is over. What `work` throws rolls it back and is thrown on. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = ++this.#calls
    await this.#ask('begin', tx)
    const state = { open: true }
    const end = async (keep: boolean) => {
      if (!state.open) return
      state.open = false
      await this.#ask('end', tx, keep)
    }
    try {
      const result = await work({
        query: <R>(...args: readonly unknown[]) => this.#ask('query', tx, ...args) as Promise<Rows<R>>,
        rollback: () => end(false),
      })
      await end(true)
      return result
    } catch (error) {
      await end(false)
      throw error
    }
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const all = this.#heard.get(channel) ?? new Set()
    this.#heard.set(channel, all.add(heard))
    await this.#ask('listen', channel)
    return async () => {
      all.delete(heard)
      if (all.size === 0) await this.#ask('unlisten', channel)
    }
  }

  /** The whole database, a gzipped tar. */
  dump(): Promise<Uint8Array> {
    return this.#ask('dump') as Promise<Uint8Array>
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    await this.#ask('close')
  }

  #ask(call: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#gone) return Promise.reject(this.#gone)
    const id = ++this.#calls
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed })
      this.#thread.postMessage({ id, call, args })
    })
  }

  #take(message: Message): void {
    if ('channel' in message) {
      for (const heard of this.#heard.get(message.channel) ?? []) heard(message.payload)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error) waiting?.failed(Object.assign(new Error(message.error.message), message.error))
    else waiting?.done(message.value)
  }

  #lose(error: Error): void {
    this.#gone ??= error
    this.closed = true
    for (const { failed } of this.#waiting.values()) failed(this.#gone)
    this.#waiting.clear()
  }
}
