import type { Line, LineListener } from './fake-platform.ts'

interface Person {
  interactedAt: Date | undefined // opens the platform's window for replies
  blocked: boolean
  readonly lines: Line[]
}

export type NewLine = Omit<Line, 'at' | 'mark' | 'buttons'> & Partial<Pick<Line, 'buttons' | 'mark'>>

/** The virtual people of one platform and their chats with our page. */
export class People {
  readonly #people = new Map<string, Person>()
  readonly #listeners = new Set<LineListener>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  join(id: string): Person {
    const known = this.#people.get(id)
    if (known) return known
    const person: Person = { interactedAt: undefined, blocked: false, lines: [] }
    this.#people.set(id, person)
    return person
  }

  find(id: string): Readonly<Person> | undefined {
    return this.#people.get(id)
  }

  interact(id: string): void {
    this.join(id).interactedAt = this.#now()
  }

  block(id: string): void {
    this.join(id).blocked = true
  }

  add(id: string, line: NewLine): void {
    const full: Line = { buttons: [], mark: 'sending', ...line, at: this.#now() }
    this.join(id).lines.push(full)
    this.#tell(id, full)
  }

  mark(id: string, lineId: string, mark: Line['mark']): void {
    const { lines } = this.join(id)
    const at = lines.findLastIndex((line) => line.id === lineId)
    const line = lines[at]
    if (!line || line.mark === mark) return
    lines[at] = { ...line, mark }
    this.#tell(id, { ...line, mark })
  }

  lines(id: string): readonly Line[] {
    return this.#people.get(id)?.lines ?? []
  }

  onMessage(listen: LineListener): () => void {
    this.#listeners.add(listen)
    return () => void this.#listeners.delete(listen)
  }

  #tell(id: string, line: Line): void {
    for (const listen of this.#listeners) listen(id, line)
  }
}
