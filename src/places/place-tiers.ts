import { placeKey, type PlaceWord } from './place-words.ts'

export type Tier = 'province' | 'city' | 'district' | 'commune'

/** The word in front of a name: which tier it says, and which kind of unit. */
export interface TierSaid {
  readonly tier: Tier
  readonly kind?: string
  readonly words: number
}

const tierWords: Readonly<Record<string, TierSaid>> = {
  ...said({ tier: 'province' }, 'tinh'),
  ...said({ tier: 'city' }, 'thanh pho', 'tp', 't p', 'th pho'),
  ...said({ tier: 'district', kind: 'huyện' }, 'huyen', 'h'),
  ...said({ tier: 'district', kind: 'quận' }, 'quan', 'q'),
  ...said({ tier: 'district', kind: 'thị xã' }, 'thi xa', 'tx', 't x'),
  ...said({ tier: 'commune', kind: 'phường' }, 'phuong', 'p', 'f', 'ph'),
  ...said({ tier: 'commune', kind: 'xã' }, 'xa', 'x'),
  ...said({ tier: 'commune', kind: 'thị trấn' }, 'thi tran', 'tt', 't t'),
  ...said({ tier: 'commune', kind: 'đặc khu' }, 'dac khu'),
}
/** Numbered districts and wards are known by their whole name: "q 1" is "quận 1". */
const numberedKinds: Readonly<Record<string, string>> = {
  ...{ q: 'quan', quan: 'quan' },
  ...{ p: 'phuong', f: 'phuong', phuong: 'phuong' },
}

function said(tier: Omit<TierSaid, 'words'>, ...all: readonly string[]): Record<string, TierSaid> {
  return Object.fromEntries(all.map((one) => [one, { ...tier, words: one.split(' ').length }]))
}

/** What the words at the end of `words` say about the name that follows them. */
export function tierAtEnd(words: readonly PlaceWord[]): TierSaid | undefined {
  return tierWords[placeKey(words.slice(-2))] ?? tierWords[placeKey(words.slice(-1))]
}

export function isTierWord({ key }: PlaceWord): boolean {
  return tierWords[key] !== undefined
}

/** "q 1" → "quận 1"; anything else as it is. */
export function withNumberedKind(span: readonly PlaceWord[]): readonly PlaceWord[] {
  const [kind, number] = span
  if (!kind || !number || span.length !== 2 || !/^\d+$/.test(number.key)) return span
  const whole = numberedKinds[kind.key]
  return whole === undefined ? span : [{ ...kind, key: whole, marked: whole }, number]
}
