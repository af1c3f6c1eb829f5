import { EventEmitter } from 'node:events'
import type { Bus } from '../../ports.ts'

/** News within this process. */
export function memoryBus(): Bus {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    publish(topic, body) {
      emitter.emit(topic, body)
      return Promise.resolve()
    },
    subscribe(topic, hear) {
      emitter.on(topic, hear)
      return Promise.resolve(() => {
        emitter.off(topic, hear)
        return Promise.resolve()
      })
    },
  }
}
