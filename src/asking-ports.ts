import type { Correspondent, SendFailure } from './ports.ts'

/** What a platform itself says of somebody who wrote to a page. Asked when staff wants to know, kept nowhere. */
export interface Standing {
  readonly kind: 'known'
  readonly lastAt?: Date // their last interaction
  readonly isShut?: true // it says only that nothing may be sent any more
  readonly follows?: boolean
  readonly repliesLeft?: number
}

/** Questions about one person. Adapters: Zalo. */
export interface AskPlatform {
  standing(who: Correspondent): Promise<Standing | SendFailure>
  /** What they call themselves there; undefined where it cannot be had. */
  nameOf(who: Correspondent): Promise<string | undefined>
}
