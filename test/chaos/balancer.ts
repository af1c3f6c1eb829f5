import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** One address in front of many workers: each connection goes to the next one that takes it, as a proxy would do. */
export interface Balancer {
  readonly port: number
  close(): void
}

export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0
  const open = new Set<Socket>()
  const server = createServer((caller) => {
    open.add(caller)
    caller.on('error', () => undefined).once('close', () => open.delete(caller))
    turn += 1
    const order = ports.map((_, i) => ports[(turn + i) % ports.length] ?? 0)
    join(caller, order)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** Nobody takes it: the caller is cut off, and will come again. */
function join(caller: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void caller.destroy()
  const worker = connect(port, '127.0.0.1')
  let joined = false
  worker.once('connect', () => {
    joined = true
    caller.pipe(worker).pipe(caller)
  })
  worker.on('error', () => {
    if (joined) caller.destroy()
    else join(caller, others)
  })
  worker.once('close', () => void (joined && caller.destroy()))
  caller.once('close', () => worker.destroy())
}
