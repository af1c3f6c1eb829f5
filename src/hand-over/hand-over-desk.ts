import type { ChannelName, Correspondent } from '../ports.ts'
import type { Attended } from '../conversation/turn.ts'

/** A hand-over as staff see it in a list. */
export interface WaitingTalk {
  readonly id: string
  readonly channel: ChannelName
  readonly desk: string // the page they wrote to
  readonly state: Attended
  readonly askedAt: Date
  readonly answerBy: Date | undefined
  readonly claimedBy: string | undefined // a member of staff; "inbox": somebody in the platform's own inbox
  readonly heardAt: Date // the citizen's last words: from here a platform counts how long they may be written to
  readonly spokeAt: Date | undefined // the desk's last words
}

/** What was said since somebody was called for. Of the platform's own inbox only the fact is kept, not the words. */
export interface TalkLine {
  readonly by: 'citizen' | 'staff' | 'inbox'
  readonly text: string // of a picture: what is on it
  readonly at: Date
  readonly isPicture?: true
  /** What became of a message of staff's; unknown after a month. */
  readonly sent?: 'waiting' | 'sent' | 'failed'
}

/** A picture for a citizen, with words before it where there are any. */
interface PictureToSend {
  readonly picture: Uint8Array // a whole PNG or JPEG
  readonly description: string // for whoever cannot see it, and for the transcript
  readonly text: string
}

/** Why staff could not do it: it is over, a colleague has it, or the text is longer than one message. */
export type DeskRefusal = 'over' | 'taken' | 'too-long'

/**
 * The province's desk at its hand-overs: for a page of the console. `staff` is the id of whoever is signed in. Words
 * typed here go out through the outbox like every message, marked as a person's.
 */
export interface HandOverDesk {
  /** Open ones, the longest waiting first. */
  open(): Promise<readonly WaitingTalk[]>
  /** Oldest first; empty for one that is not known. */
  lines(id: string): Promise<readonly TalkLine[]>
  /** Whom an open one is with, by the platform's own id. */
  who(id: string): Promise<Correspondent | undefined>
  /** The platform says they did something then, which never reached us: the window is counted from there. */
  heardBy(id: string, at: Date): Promise<void>
  /** From now on it is theirs, and does not expire. Taking one's own again changes nothing. */
  claim(id: string, staff: string): Promise<'done' | DeskRefusal>
  /** Claims it too, where nobody has. */
  reply(id: string, staff: string, text: string): Promise<'done' | DeskRefusal>
  /** The same with a picture, each a message of its own. Its bytes are kept until it has gone, and only its description after. */
  show(id: string, staff: string, what: PictureToSend): Promise<'done' | DeskRefusal>
  /** The bot goes on, and says so. */
  giveBack(id: string, staff: string): Promise<'done' | DeskRefusal>
}
