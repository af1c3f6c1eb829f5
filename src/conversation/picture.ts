/** Zalo takes pictures up to 1 MB, by the smaller of the two ways to read that; Messenger 8. One limit for both. */
export const LARGEST_PICTURE_BYTES = 1_000_000

export type PictureType = 'png' | 'jpeg'

/** What kind of picture begins here, by its first bytes and never by a name. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (PNG.every((byte, at) => bytes[at] === byte)) return 'png'
  return JPEG.every((byte, at) => bytes[at] === byte) ? 'jpeg' : undefined
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

/**
 * The picture in these bytes, whole, and nothing that was hung on behind it; undefined for anything else, and for one
 * that was cut off. Its parts are walked, not drawn: a PNG from its header to IEND, a JPEG to the end of its scan.
 */
export function pictureIn(bytes: Uint8Array): Uint8Array | undefined {
  const type = pictureType(bytes)
  const end = type === 'png' ? endOfPng(bytes) : type === 'jpeg' ? endOfJpeg(bytes) : undefined
  return end === undefined ? undefined : bytes.subarray(0, end)
}

const CHUNK_FRAME = 12 // length, name and checksum of a PNG chunk
const wordAt = (bytes: Uint8Array, at: number) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)
const IHDR = 0x49484452
const IEND = 0x49454e44

function endOfPng(bytes: Uint8Array): number | undefined {
  for (let at = PNG.length; at + CHUNK_FRAME <= bytes.length;) {
    const name = wordAt(bytes, at + 4)
    if (at === PNG.length && name !== IHDR) return undefined
    at += CHUNK_FRAME + wordAt(bytes, at)
    if (name === IEND) return at <= bytes.length ? at : undefined
  }
  return undefined
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** Segments tell their length until the scan begins; inside a scan 0xFF 0xD9 stands for nothing but its end. */
function endOfJpeg(bytes: Uint8Array): number | undefined {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    if (bytes[at + 1] === START_OF_SCAN) return endOfScan(bytes, at)
    at += 2 + (wordAt(bytes, at) & 0xffff)
  }
  return undefined
}

function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from + 2); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === END_OF_IMAGE) return at + 2
  return undefined
}
