import { ask, type Ask, type Choice } from '../src/conversation/journey.ts'
import { fold } from '../src/conversation/fold.ts'
import type { Commune } from '../src/places/place.ts'
import { resolvePlace, type ResolvedPlace } from '../src/places/resolve-place.ts'
import type { World } from './world.ts'

/** Where a person lives: a commune of the page's province, several it may be, or a place the page does not serve. */
export type CommuneAnswer =
  | {
      readonly kind: 'known'
      readonly code: string
      readonly name: string
      readonly province: string
      readonly said: string
    }
  | { readonly kind: 'choose'; readonly names: readonly string[] }
  | { readonly kind: 'narrow'; readonly names: readonly string[] } // too many for buttons: told in words
  | { readonly kind: 'elsewhere'; readonly name: string; readonly province: string }

/** A place to go on with: nothing is left to ask about it. */
export type CommuneRead = Extract<CommuneAnswer, { kind: 'known' | 'elsewhere' }>

const MOST_CHOICES = 3
const MOST_TOLD = 12

/** A commune as typed: by today's name or one of before July 2025. The page's own province is tried first. */
export function readCommune(said: string, world: World): CommuneAnswer | undefined {
  const tapped = communeLabelled(said, world)
  if (tapped) return placed(tapped, said, world)
  const found = resolvePlace(said, world.places, world.home)
  const commune = found.sure ? world.places.communeByCode.get(found.code ?? '') : undefined
  if (commune) return placed(commune, said, world)
  const asked = toAsk(found, said, world)
  if (asked) return asked
  if (isElsewhere(said)) return { kind: 'elsewhere', name: 'xã khác', province: homeName(world) }
  if (found.sure && found.province !== null && found.province !== homeName(world)) {
    return { kind: 'elsewhere', name: said.trim(), province: found.province }
  }
  return undefined
}

/** What to ask while the commune is not settled; undefined when it is. */
export function askCommune(place: CommuneAnswer | undefined): Ask<'commune'> | undefined {
  if (place === undefined) return ask('commune')
  if (place.kind === 'choose') return ask('commune', {}, 'note.which-commune')
  if (place.kind !== 'narrow') return undefined
  return ask('commune', { names: place.names.map(inSentence).join(', ') }, 'note.many-communes')
}

/** The commune, once nothing is left to ask about it. */
export const settledCommune = (place: CommuneAnswer | undefined): CommuneRead | undefined =>
  place?.kind === 'known' || place?.kind === 'elsewhere' ? place : undefined

/** Does the place lie in another province than the page's? */
export const isOtherProvince = ({ province }: CommuneRead, world: World): boolean =>
  province !== homeName(world)

/** True when the person said a former name: kindly tell today's. */
export function hasNewName({ said, name }: { readonly said: string; readonly name: string }): boolean {
  return !fold(said).includes(fold(name).replace(/^(?:xa|phuong|thi tran|dac khu) /, ''))
}

/** "Xã Kim Liên" in the middle of a sentence: "xã Kim Liên". */
export const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** A commune by its official name, not words of the person. */
export const isCommuneName = (name: string) => /^(?:Xã|Phường|Đặc khu) \p{Lu}/u.test(name)

export function communeChoices(place: CommuneAnswer | undefined): readonly Choice[] {
  if (place?.kind !== 'choose') return []
  return [...place.names.map((label) => ({ label })), { key: 'commune.elsewhere' }]
}

/** The name of the page's province. */
export const homeName = ({ places, home }: World) => places.provinceByCode.get(home)?.name ?? ''

/** The label of a button, tapped or typed back word by word: today's name, whatever else bore that name before. */
function communeLabelled(said: string, { places }: World): Commune | undefined {
  const at = said.lastIndexOf(', ')
  if (at < 0) return undefined
  const province = places.provinces.find(({ name }) => name === said.slice(at + 2).trim())
  const name = said.slice(0, at).trim()
  return places.communes.find((one) => one.name === name && one.province === province?.code)
}

function placed({ code, name, province: of }: Commune, said: string, world: World): CommuneRead {
  const province = world.places.provinceByCode.get(of)?.name ?? ''
  if (of !== world.home) return { kind: 'elsewhere', name, province }
  return { kind: 'known', code, name, province, said }
}

function toAsk(found: ResolvedPlace, said: string, world: World): CommuneAnswer | undefined {
  const favourite = found.sure ? [] : [found].filter(({ commune }) => commune !== null)
  const near = labels([...favourite, ...found.candidates], said)
  if (near.length > 0 && found.within.length <= near.length) {
    return { kind: 'choose', names: near.slice(0, MOST_CHOICES) }
  }
  const within = [...new Set([...near, ...labels(found.within, said)])]
  if (within.length === 0) return undefined
  if (within.length <= MOST_CHOICES) return { kind: 'choose', names: within }
  const ending = `, ${homeName(world)}`
  const names = within.map((one) => (one.endsWith(ending) ? one.slice(0, -ending.length) : one))
  return { kind: 'narrow', names: names.slice(0, MOST_TOLD) }
}

/** "Xã Kim Liên, Nghệ An"; where only the province is in doubt, the words said with each province. */
function labels(names: readonly Pick<ResolvedPlace, 'province' | 'commune'>[], said: string): string[] {
  return [...new Set(names.map(({ commune, province }) => `${commune ?? said.trim()}, ${province ?? ''}`))]
}

const isElsewhere = (said: string) =>
  /^(xa|phuong|noi) khac$|^khong co trong (?:danh sach|nay)$/.test(fold(said))
