import fc from 'fast-check'

/** A value as JSON knows it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What nobody should put into a field: wrong kinds, extremes of numbers, broken and invisible text, paths and code. */
export const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    8.64e15,
    [],
    {},
  ),
  fc.constantFrom<Json>("'; drop table lead; --", '<script>alert(1)</script>', '../../etc/passwd', '${7*7}'),
  fc.integer({ min: 1, max: 60_000 }).map((n) => 'Ạ'.repeat(n)),
  fc.integer({ min: 1, max: 3_000 }).map((depth) => nested(depth)),
  fc.string({ unit: 'grapheme' }),
  fc.constant({ __proto__: null, constructor: { prototype: { polluted: true } } }),
)

function nested(depth: number): Json {
  let value: Json = 'đáy'
  for (let i = 0; i < depth; i += 1) value = [value]
  return value
}

/** A real webhook with one to three of its fields replaced by something hostile. */
export function spoilt(body: Json): fc.Arbitrary<Json> {
  const paths = pathsIn(body)
  const change = fc.tuple(fc.constantFrom(...paths), hostileValue)
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((after, [path, value]) => replaced(after, path, value), body))
}

type Path = readonly string[]

function pathsIn(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...at, key]))]
}

function replaced(value: Json, [key, ...rest]: Path, by: Json): Json {
  if (key === undefined) return by
  if (Array.isArray(value)) {
    return value.map((part: Json, i) => (String(i) === key ? replaced(part, rest, by) : part))
  }
  if (typeof value !== 'object' || value === null) return value // an earlier change took this field away
  const fields = value as Readonly<Record<string, Json>>
  return { ...fields, [key]: replaced(fields[key] ?? null, rest, by) }
}

/** Bodies that are no JSON, too big, in the wrong encoding, or JSON of a shape nobody sends. */
export const brokenBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom('{', '[', '"', 'null', '0', '[]', '{}', '{"a":', '\ufeff{}')
    .map((text) => Buffer.from(text)),
  fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text, 'utf16le')),
  fc.constantFrom(200_000, 300_000, 1_000_000).map((size) => Buffer.alloc(size, 'a')),
  fc.integer({ min: 1_000, max: 100_000 }).map((depth) => Buffer.from('['.repeat(depth))),
)

export const oddHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'content-encoding',
    'x-hub-signature-256',
    'x-zevent-signature',
    'cookie',
    'origin',
    'x-forwarded-for',
    'accept',
    'authorization',
  ),
  fc.constantFrom(
    '',
    'gzip',
    'deflate, br',
    'utf-7',
    'sha256=',
    'mac=',
    'a'.repeat(4_000),
    '%00',
    '; ; =',
    'null',
  ),
)
