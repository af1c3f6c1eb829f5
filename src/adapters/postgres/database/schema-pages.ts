import type { Generated } from 'kysely'
import type { PageChannel } from '../../../pages/page.ts'

/** A page we speak for. */
export interface PageRow {
  channel: PageChannel
  id: string
  province: string
  commune: string | null
  voice: string
  hours: string
  hotline: string | null
  sealed_keys: string // with the store's own key: they are about nobody
  changed_at: Date
}

/** The newest token pair of an Official Account. */
export interface ZaloTokenRow {
  oa: string
  sealed_pair: string
  updated_at: Date
  refresh_hash: Generated<string> // keyed: what a new pair is compared with
  seed_hash: string | null // of the refresh token in the settings that was counted last
  state: Generated<'live' | 'needs-reauth'>
  holder: string | null
  held_until: Date | null
  renewing_since: Date | null // its refresh token may be spent already
}

/** A consent that was asked for. */
export interface ZaloConsentRow {
  ticket_hash: string
  oa: string
  sealed_verifier: string
  expires_at: Date
}

export interface ZaloQuotaRow {
  oa: string
  daily: number | null
  remaining: number | null
  noted_at: Date
}
