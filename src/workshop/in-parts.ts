import { serialize } from 'node:v8'

/** Items on their way to another thread: as bytes in small parts, so that either side can put the work down in between. */
export function* inParts(all: readonly unknown[], atOnce: number): Generator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < all.length; from += atOnce)
    yield new Uint8Array(serialize(all.slice(from, from + atOnce)))
}
