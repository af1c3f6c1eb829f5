/** The page people write to: who runs it and how a person reaches a human. All of it comes from the configuration. */
export interface Desk {
  readonly operator: string
  readonly home: string // code of the page's province
  readonly hotline: string | undefined
  readonly officeHours: string
  readonly privacyUrl: string
  readonly retentionDays: number
}
