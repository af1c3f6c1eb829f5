/**
 * What a person did, after the channel's own JSON has been checked and thrown away.
 * A tap carries the payload of its button; on Zalo anyone can type a payload, so it proves nothing by itself.
 */
export type Said =
  | { readonly kind: 'words'; readonly text: string; readonly payload?: string }
  | { readonly kind: 'wordless'; readonly what: Wordless }
  | { readonly kind: 'shared'; readonly contact: SharedContact }
  | { readonly kind: 'arrived'; readonly ref?: string }
  | { readonly kind: 'commented' } // under a post, in public: what it says is not read
  | Returned

/** Said by nobody: a person of the desk had the talk, or was to have it, and now the bot goes on. */
export interface Returned {
  readonly kind: 'returned'
  readonly why: 'nobody-came' | 'gone-quiet' | 'given-back'
}

/** What somebody let the platform tell us of them, in a form of its own. Nothing else of that form is read. */
export interface SharedContact {
  readonly phone: string // as if they had typed it
  readonly name?: string
  readonly commune?: string // by name, with its province where that is told: "Phường Vinh Phú, Tỉnh Nghệ An"
}

/** Things without words that still deserve an answer. */
export type Wordless =
  'sticker' | 'image' | 'gif' | 'audio' | 'video' | 'file' | 'location' | 'link' | 'contact' | 'other'

/** `ref`: the code we put into a link or an advertisement; `ad`: the platform's id of the advertisement. */
export interface TalkSource {
  readonly kind: 'link' | 'ad'
  readonly ref?: string
  readonly ad?: string
}
