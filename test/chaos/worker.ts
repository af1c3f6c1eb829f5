import { setTimeout as pause } from 'node:timers/promises'
import { type Environment, type Program, startProgram } from '../support/running-program.ts'

/** One process of the program with its supervisor: whoever ends it, it is started again, again and again. */
export interface Worker {
  readonly port: number
  /** kill -9, and a start after that pause. Resolves when it is well again. */
  kill(downMs: number): Promise<void>
  /** Asks it to stop, for good. Answers everything it and its predecessors wrote. */
  stop(): Promise<string>
}

const AGAIN_AFTER_MS = 500

export async function openWorker(port: number, name: string, env: Environment): Promise<Worker> {
  const said: string[] = []
  const start = () => startProgram({ ...env, PORT: String(port), PGAPPNAME: name })
  let program: Program = await start()
  let isOver = false

  /** A start while the store is away fails: that is what supervisors are for. */
  async function startAgain(): Promise<void> {
    for (;;) {
      try {
        program = await start()
        return
      } catch {
        await pause(AGAIN_AFTER_MS)
        if (isOver) return
      }
    }
  }

  return {
    port,
    async kill(downMs) {
      await program.end('SIGKILL')
      said.push(program.said())
      await pause(downMs)
      if (!isOver) await startAgain()
    },
    async stop() {
      isOver = true
      await program.end('SIGTERM')
      return [...said, program.said()].join('')
    },
  }
}
