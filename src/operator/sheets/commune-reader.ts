import type { Places } from '../../places/places.ts'
import { resolvePlace } from '../../places/resolve-place.ts'
import type { CommuneReader } from '../../sheets/kinds.ts'

/** A commune by its code or by a name of today or before; a name that may be several is refused, never guessed. */
export function communeReader(places: Places, home: string): CommuneReader {
  const known = new Map<string, ReturnType<CommuneReader>>() // files name the same few communes again and again
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const read = readCommune(text, places, home)
    known.set(text, read)
    return read
  }
}

function readCommune(text: string, places: Places, home: string): ReturnType<CommuneReader> {
  if (/^\d{5}$/.test(text)) {
    return places.communeByCode.has(text) ? { value: text } : { error: `không có xã mã ${text}` }
  }
  const { code, sure, candidates } = resolvePlace(text, places, home)
  if (sure && code !== null) return { value: code }
  const names = candidates.flatMap(({ commune, province }) =>
    commune === null ? [] : [`${commune}, ${province}`],
  )
  if (names.length === 0)
    return { error: `không nhận ra xã "${text}"; ghi tên xã mới, hoặc mã xã năm chữ số` }
  return { error: `xã "${text}" có thể là ${names.join('; ')}; ghi rõ tên hoặc mã xã` }
}
