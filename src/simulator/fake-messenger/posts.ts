interface Written {
  readonly userId: string
  readonly at: Date
  replied: boolean
}

const REPLIED_WITHIN_MS = 7 * 24 * 3_600_000

/** What people wrote under the Page's posts, and which of it has had its one private reply. */
export class Posts {
  readonly #written = new Map<string, Written>()

  add(address: string, userId: string, at: Date): void {
    this.#written.set(address, { userId, at, replied: false })
  }

  remove(address: string): void {
    this.#written.delete(address)
  }

  /** Who would get a private reply, or why nobody does. */
  addressee(address: string, now: Date): { readonly userId: string } | 'gone' | 'replied' | 'too-old' {
    const written = this.#written.get(address)
    if (!written) return 'gone'
    if (written.replied) return 'replied'
    return now.getTime() - written.at.getTime() > REPLIED_WITHIN_MS ? 'too-old' : { userId: written.userId }
  }

  markReplied(address: string): void {
    const written = this.#written.get(address)
    if (written) written.replied = true
  }
}
