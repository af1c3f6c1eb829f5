import type { SendFailure } from '../../ports.ts'

const MOST_REMEMBERED = 200

export interface Uploaded {
  readonly kind: 'uploaded'
  readonly id: string
}

/** What was uploaded for messages still on their way: another try of one does not upload again. Lost with the process. */
export class Uploads {
  readonly #ids = new Map<string, string>()

  async idFor<F>(outboundId: string, upload: () => Promise<Uploaded | F>): Promise<Uploaded | F> {
    const known = this.#ids.get(outboundId)
    if (known !== undefined) return { kind: 'uploaded', id: known }
    const made = await upload()
    if (isUploaded(made)) this.#remember(outboundId, made.id)
    return made
  }

  forget(outboundId: string): void {
    this.#ids.delete(outboundId)
  }

  #remember(outboundId: string, id: string): void {
    const [oldest] = this.#ids.keys()
    if (oldest !== undefined && this.#ids.size >= MOST_REMEMBERED) this.#ids.delete(oldest)
    this.#ids.set(outboundId, id)
  }
}

export function isUploaded(made: unknown): made is Uploaded {
  return typeof made === 'object' && made !== null && 'kind' in made && made.kind === 'uploaded'
}

/** An upload reaches nobody: whatever became of the call, there is no echo to wait for. */
export function ofUpload(failure: SendFailure): SendFailure {
  if (failure.kind !== 'try-later') return failure
  const { unclear, ...later } = failure
  return unclear === undefined ? failure : later
}
