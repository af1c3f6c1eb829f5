import type { Choice } from '../src/conversation/journey.ts'
import { fold } from '../src/conversation/fold.ts'
import { resolvePlace } from '../src/places/resolve-place.ts'
import type { World } from './world.ts'

/** Where a person lives: a commune of today, several it may be, or a commune we carry no list of. */
export type CommuneAnswer =
  | {
      readonly kind: 'known'
      readonly code: string
      readonly name: string
      readonly province: string
      readonly said: string
    }
  | { readonly kind: 'choose'; readonly names: readonly string[] }
  | { readonly kind: 'elsewhere'; readonly name: string; readonly province: string }

const MOST_CHOICES = 3

/** A commune as typed: by today's name or one of before July 2025. The page's own province is tried first. */
export function readCommune(said: string, world: World): CommuneAnswer | undefined {
  const found = resolvePlace(said, world.places, world.home)
  if (found.sure && found.commune !== null && found.code !== null) {
    return { kind: 'known', code: found.code, name: found.commune, province: found.province ?? '', said }
  }
  const names = [...found.candidates, ...found.within].flatMap(({ commune, province }) =>
    commune === null ? [] : [`${commune}, ${province}`],
  )
  if (names.length > 0) return { kind: 'choose', names: [...new Set(names)].slice(0, MOST_CHOICES) }
  if (isElsewhere(said)) return { kind: 'elsewhere', name: 'xã khác', province: provinceName(world) }
  if (found.sure && found.province !== null && !isHome(found.province, world)) {
    return { kind: 'elsewhere', name: said.trim(), province: found.province }
  }
  return undefined
}

/** True when the person said a former name: kindly tell today's. */
export function hasNewName({ said, name }: { readonly said: string; readonly name: string }): boolean {
  return !fold(said).includes(fold(name).replace(/^(?:xa|phuong|thi tran|dac khu) /, ''))
}

/** "Xã Kim Liên" in the middle of a sentence: "xã Kim Liên". */
export const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

export function communeChoices(names: readonly string[]): readonly Choice[] {
  return [...names.map((label) => ({ label })), { key: 'commune.elsewhere' }]
}

const isElsewhere = (said: string) =>
  /^(xa|phuong|noi) khac$|^khong co trong (?:danh sach|nay)$/.test(fold(said))
const provinceName = ({ places, home }: World) => places.provinceByCode.get(home)?.name ?? ''
const isHome = (province: string, world: World) => province === provinceName(world)
