/** What one key says: the messages, one idea each. */
type Words = readonly string[]

const hole = /\{([A-Za-z0-9-]+)\}/g

/** The words of one purpose (dialogs/<purpose>/copy.vi.yaml). Values are put in by name; the rest are legal numbers. */
export class CopyBook {
  readonly #words: ReadonlyMap<string, Words>
  /** Puts the law's numbers of the day into what is left. */
  readonly #fill: (text: string) => string

  constructor(words: ReadonlyMap<string, Words>, fill: (text: string) => string = (text) => text) {
    this.#words = words
    this.#fill = fill
  }

  /** The same words on another day. */
  on(fill: (text: string) => string): CopyBook {
    return new CopyBook(this.#words, fill)
  }

  has(key: string): boolean {
    return this.#words.has(key)
  }

  keys(): readonly string[] {
    return [...this.#words.keys()]
  }

  raw(key: string): Words {
    const words = this.#words.get(key)
    if (!words) throw new Error(`no words for "${key}"`)
    return words
  }

  /** Every message of a key, filled; a message that only told of something unknown disappears. */
  say(key: string, values: Readonly<Record<string, string>> = {}): readonly string[] {
    return this.raw(key)
      .map((text) => this.#fill(withValues(text, values)).trim())
      .filter((text) => text !== '')
  }

  /** A key of one message, such as a button's label. */
  label(key: string, values: Readonly<Record<string, string>> = {}): string {
    return this.say(key, values).join(' ')
  }

  holes(key: string): readonly string[] {
    return this.raw(key).flatMap((text) => [...text.matchAll(hole)].map(([, name = '']) => name))
  }
}

/** What a person typed may hold braces too: they name nothing. */
function withValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(hole, (whole, name: string, at: number) => {
    const value = values[name]?.replace(/[{}]/g, '')
    if (value === undefined) return whole
    return beginsSentence.test(text.slice(0, at)) && !isAddress.test(value) ? capital(value) : value
  })
}

const beginsSentence = /(^|[.!?]\s+)$/
const isAddress = /^\w+:\/\//
const capital = (value: string): string => value.slice(0, 1).toLocaleUpperCase('vi') + value.slice(1)
