import type { LeadState } from '../leads/lead.ts'

/** What the desk sees to; people who wait to talk to somebody stand in the inbox of hand-overs. */
export const noticeKinds = [
  'lead-unassigned',
  'lead-not-told',
  'lead-late',
  'wrong-meeting-code',
  'bad-rating',
  'erase-request',
  'nobody-came',
  'turn-died',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Something a person at the desk must see. Nothing in it is about the citizen but their commune. */
export interface DeskNotice {
  readonly id: number
  readonly kind: NoticeKind
  readonly at: Date
  readonly lead: DeskNoticeLead | undefined
  readonly settled:
    { readonly by: string; readonly at: Date; readonly answer: string | undefined } | undefined
}

interface DeskNoticeLead {
  readonly id: string
  readonly code: string
  readonly commune: string // code
  readonly state: LeadState
  readonly agent: string | undefined // name
}

/** The desk's list of what waits for somebody. */
export interface DeskNotices {
  /** Newest first, so many at most: those nobody saw to yet, or those that are done. */
  list(which: 'open' | 'done', most: number): Promise<readonly DeskNotice[]>
  /** Somebody saw to it; `answer`: what they did, secrets covered. False: there is none, or somebody was first. */
  settle(id: number, answer: string | undefined, by: string): Promise<boolean>
}
