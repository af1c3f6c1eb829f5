/** One line of the budget table. `pass` is only for ratios: absolute figures depend on the machine. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly budget: string
  readonly pass?: boolean
}
