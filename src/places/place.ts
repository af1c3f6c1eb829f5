/** From which day a name holds and by which act; `act` is unknown where the data does not say. */
export interface Validity {
  readonly from: string | undefined // day; undefined: from before 2025-07-01
  readonly act: string | undefined
}

/** A province or city of today; `formerly` lists the provinces that went into it. */
export interface Province {
  readonly code: string
  readonly name: string
  readonly kind: 'tỉnh' | 'thành phố'
  readonly valid: Validity
  readonly also: readonly string[]
  readonly formerly: readonly { readonly name: string; readonly also: readonly string[] }[]
}

/** A commune, ward or special zone of today, by its official code. */
export interface Commune {
  readonly code: string
  readonly name: string // "Phường Thành Vinh"
  readonly province: string // province code
  readonly valid: Validity
  readonly also: readonly string[]
  /** Names since July 2025 that no longer hold: "Xã Long Thành" until it became a ward. */
  readonly earlier: readonly { readonly name: string; readonly until: string }[]
  /** Communes and wards of before 2025-07-01 that went into it. */
  readonly formerly: readonly FormerCommune[]
}

/** A commune or ward of before 2025-07-01. A divided one went to several of today; not all of them need be known. */
export interface FormerCommune {
  readonly name: string
  readonly also: readonly string[]
  readonly district: FormerDistrict
  readonly divided: boolean
}

/** A district of before 2025-07-01: people still say it, but nothing belongs to it any more. */
export interface FormerDistrict {
  readonly name: string // "Huyện Nam Đàn"
  readonly also: readonly string[]
  readonly formerProvince: string
  readonly province: string // province code today
  /** The communes of today that its communes went into. */
  readonly heirs: readonly Commune[]
}

/** A place by its names of today, for showing. */
export interface PlaceName {
  readonly province: string
  readonly commune: string | null
  readonly code: string | null
}
