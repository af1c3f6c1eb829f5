/** A choice a person can tap. `payload` is what the tap sends back: a short code that starts with "#". */
export interface Button {
  readonly label: string
  readonly payload: string
}

/** One message to a citizen, before a channel cuts it to what it can show. */
export interface Reply {
  readonly text: string
  readonly buttons: readonly Button[]
  /** Typed by a person of the desk, not by the bot: some windows are longer for them. */
  readonly typedBy?: 'staff'
  /** Not words to read but the platform's own form for name, phone and place; the text stands on it. Left out where there is none. */
  readonly form?: 'contact'
  /** The thread goes to the desk's own inbox after it, or comes back to us before it, where a platform knows of threads. */
  readonly thread?: 'pass' | 'take'
  /** A PNG or JPEG that goes with it; then the text says what is on it. */
  readonly picture?: Uint8Array
}

/** What one channel can show. Lengths are in characters as people see them (NFC code points). */
export interface Limits {
  readonly textLength: number
  readonly buttons: number
  readonly buttonLength: number
  /** Forms of its own that the channel can show. */
  readonly forms?: readonly NonNullable<Reply['form']>[]
}
