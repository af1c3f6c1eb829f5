import { z } from 'zod'
import { loadPlaces } from '../adapters/files/load-places.ts'
import { readAge } from '../conversation/read-age.ts'
import { readBirth } from '../conversation/read-birth.ts'
import { readDate } from '../conversation/read-date.ts'
import { readDuration } from '../conversation/read-duration.ts'
import { readMoney } from '../conversation/read-money.ts'
import { readPhones } from '../conversation/read-phone.ts'
import { askBack, nothingRead, sure, type Read } from '../conversation/read-result.ts'
import { resolvePlace } from '../places/resolve-place.ts'
import type { Day } from '../policy/values.ts'

export const readKinds = ['money', 'date', 'birth', 'duration', 'age', 'place', 'phone'] as const
export type ReadKind = (typeof readKinds)[number]

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })

/** Reads JSON lines `{"id","text"}` and answers JSON lines `{"id","value","candidates"?}`, in order; throws on a bad line. */
export function readLines(
  kind: ReadKind,
  lines: readonly string[],
  { on, root }: { readonly on: Day; readonly root: string },
): readonly string[] {
  const read = readerOf(kind, on, root)
  return lines
    .map((text, at) => ({ text, number: at + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, number }) => {
      const { id, text: said } = parsedLine(text, number)
      return JSON.stringify({ id, ...read(said) })
    })
}

function readerOf(kind: ReadKind, on: Day, root: string): (text: string) => Read<unknown> {
  switch (kind) {
    case 'money':
      return readMoney
    case 'date':
      return (text) => readDate(text, on)
    case 'birth':
      return (text) => readBirth(text, on)
    case 'duration':
      return (text) => readDuration(text, on)
    case 'age':
      return (text) => readAge(text, on)
    case 'phone':
      return readPhoneLine
    case 'place':
      return placeReader(root)
  }
}

function readPhoneLine(text: string): Read<unknown> {
  const phones = readPhones(text)
  const [phone, another] = phones
  if (!phone) return nothingRead
  return another ? askBack(phones) : sure(phone)
}

function placeReader(root: string): (text: string) => Read<unknown> {
  const places = loadPlaces(root)
  return (text) => {
    const { province, commune, code, sure: isSure, candidates } = resolvePlace(text, places)
    if (province === null && candidates.length === 0) return nothingRead
    const named = candidates.map((one) => ({ province: one.province, commune: one.commune }))
    return { value: { province, commune, code, sure: isSure, candidates: named } }
  }
}

function parsedLine(text: string, number: number): z.output<typeof line> {
  const parsed = line.safeParse(jsonOf(text))
  if (!parsed.success) throw new Error(`dòng ${number}: cần {"id": …, "text": "…"}`)
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
