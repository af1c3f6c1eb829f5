import { readFileSync } from 'node:fs'

/** A real PNG of ours. */
export const png = readFileSync('src/console/web/public/app/icons/an-sinh-192.png')

/** A PNG of that many bytes: whole, with a chunk nobody reads. */
export function pngOf(bytes: number): Buffer {
  const end = png.length - 12
  const filler = Buffer.alloc(bytes - png.length)
  filler.writeUInt32BE(filler.length - 12)
  filler.write('teSt', 4, 'latin1')
  return Buffer.concat([png.subarray(0, end), filler, png.subarray(end)])
}

const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body])

/** The frame of a JPEG: a thumbnail with an end of its own inside, then a scan. */
export const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe1, Buffer.from([0x45, 0xff, 0xd8, 0xff, 0xd9, 0x00])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
])
