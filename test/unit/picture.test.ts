import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureIn, pictureType } from '../../src/conversation/picture.ts'
import { jpeg, png, pngOf } from '../support/pictures.ts'

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

test('a PNG and a JPEG are known by their bytes and come out whole', () => {
  expect([pictureType(png), pictureType(jpeg)]).toEqual(['png', 'jpeg'])
  expect(pictureIn(png)).toEqual(png)
  expect(pictureIn(jpeg)).toEqual(jpeg)
  expect(pictureIn(pngOf(90_000))).toHaveLength(90_000)
})

test.each([
  ['an SVG with a script', svg],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['nothing', Buffer.alloc(0)],
  ['the signature of a PNG alone', png.subarray(0, 8)],
  ['the signature of a PNG before an SVG', Buffer.concat([png.subarray(0, 8), svg])],
  ['the signature of a JPEG before an SVG', Buffer.concat([jpeg.subarray(0, 3), svg])],
])('%s is no picture', (_, bytes) => {
  expect(pictureIn(bytes)).toBeUndefined()
})

test('one that was cut off anywhere is no picture', () => {
  const cuts = (whole: Buffer) =>
    fc.property(fc.nat(whole.length - 1), (end) => pictureIn(whole.subarray(0, end)) === undefined)
  fc.assert(cuts(png))
  fc.assert(cuts(jpeg))
})

test('what hangs on behind the end is not passed on', () => {
  expect(pictureIn(Buffer.concat([png, svg]))).toEqual(png)
  expect(pictureIn(Buffer.concat([jpeg, svg]))).toEqual(jpeg)
})

test('any bytes at all are answered, soon', () => {
  const start = fc.constantFrom(Buffer.alloc(0), png.subarray(0, 8), jpeg.subarray(0, 3))
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      const found = pictureIn(Buffer.concat([head, rest]))
      return found === undefined || found.length <= head.length + rest.length
    }),
  )
})
