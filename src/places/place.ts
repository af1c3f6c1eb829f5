/** A province or city of today; `formerly` lists the provinces that went into it. */
export interface Province {
  readonly code: string
  readonly name: string
  readonly kind: 'tỉnh' | 'thành phố'
  readonly also: readonly string[]
  readonly formerly: readonly { readonly name: string; readonly also: readonly string[] }[]
}

/** A commune, ward or special zone of today, by its official code. */
export interface Commune {
  readonly code: string
  readonly name: string // "Phường Thành Vinh"
  readonly province: string // province code
  /** Communes and wards of before 2025-07-01 that went into it, each with its former district. */
  readonly formerly: readonly { readonly name: string; readonly district: string }[]
}

/** A district of before 2025-07-01: people still say it, but nothing belongs to it any more. */
export interface FormerDistrict {
  readonly name: string // "Huyện Nam Đàn"
  readonly also: readonly string[]
  readonly formerProvince: string
  readonly province: string // province code today
}

/** A place by its names of today, for showing. */
export interface PlaceName {
  readonly province: string
  readonly commune: string | null
  readonly code: string | null
}
