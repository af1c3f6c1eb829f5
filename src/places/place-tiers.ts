import { placeKey, type PlaceWord } from './place-words.ts'

export type Tier = 'province' | 'city' | 'district' | 'commune'

/** The word in front of a name: which tier it says, and which kind of commune. */
export interface TierSaid {
  readonly tier: Tier
  readonly kind?: string
}

const tierWords: Readonly<Record<string, TierSaid>> = {
  ...said({ tier: 'province' }, 'tinh'),
  ...said({ tier: 'city' }, 'thanh pho', 'tp', 't p', 'th pho'),
  ...said({ tier: 'district' }, 'huyen', 'h', 'quan', 'q', 'thi xa', 'tx', 't x'),
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

function said(tier: TierSaid, ...words: readonly string[]): Record<string, TierSaid> {
  return Object.fromEntries(words.map((word) => [word, tier]))
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
  return whole === undefined ? span : [{ key: whole, marked: whole, opens: kind.opens }, number]
}
