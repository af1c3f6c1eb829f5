// PGlite on a thread of its own: opening it and its queries take nothing from the thread that talks to people.
// Plain JavaScript, because a thread starts from a file as it stands: from sources, under test and beside a build.
// Asked by pglite-in-thread.ts: { id, call, args } -> { id, value } or { id, error }; what is listened for: { channel, payload }.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { unpackDump } from './unpack-dump.mjs'

const { loadFrom, compiled, ...options } = workerData
const pgliteWasmModule =
  compiled ??
  (await WebAssembly.compile(
    readFileSync(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))),
  ))
if (loadFrom) unpackDump(loadFrom, options.dataDir)
const pglite = await PGlite.create({ ...options, pgliteWasmModule })
/** Open transactions by the id of the call that began them; a query outside of them waits, as PGlite has it. */
const transactions = new Map()
const listening = new Map()

const calls = {
  query: (tx, sql, params, settings) => within(tx).query(sql, params, settings),
  exec: (tx, sql) => within(tx).exec(sql),
  begin: (id) => new Promise((begun, failed) => begin(id, begun).catch(failed)),
  end: async (id, keep) => {
    const { decide, ended } = transactions.get(id)
    transactions.delete(id)
    decide(keep)
    await ended
  },
  async listen(channel) {
    if (listening.has(channel)) return
    listening.set(
      channel,
      await pglite.listen(channel, (payload) => parentPort.postMessage({ channel, payload })),
    )
  },
  async unlisten(channel) {
    const stop = listening.get(channel)
    listening.delete(channel)
    await stop?.()
  },
  async dump() {
    const file = await pglite.dumpDataDir('gzip')
    return new Uint8Array(await file.arrayBuffer())
  },
  close: () => pglite.close(),
}

parentPort.on('message', ({ id, call, args }) => void answer(id, call, args))
parentPort.postMessage({ id: 0, value: pgliteWasmModule })

async function answer(id, call, args) {
  try {
    parentPort.postMessage({ id, value: await calls[call](...args) })
  } catch (error) {
    parentPort.postMessage({ id, error: { ...error, name: error.name, message: error.message } })
  }
  if (call === 'close') parentPort.close()
}

function within(tx) {
  return tx === undefined ? pglite : transactions.get(tx).tx
}

/** PGlite keeps its own lock until the decision comes. */
async function begin(id, begun) {
  let ended
  const open = pglite.transaction(async (tx) => {
    const keep = await new Promise((decide) => {
      transactions.set(id, { tx, decide, ended: new Promise((done) => (ended = done)) })
      begun(id)
    })
    if (!keep) await tx.rollback()
  })
  await open.then(
    () => ended?.(),
    (error) => {
      if (!ended) throw error
      ended(Promise.reject(error))
    },
  )
}
