import { randomBytes } from 'node:crypto'
import { raw, type Request, type RequestHandler, type Router } from 'express'
import { pictureType } from '../../conversation/picture.ts'

const MOST_KEPT = 50

interface Kept {
  readonly bytes: Buffer
  readonly type: string
  readonly at: Date
  readonly base: string // where the fake is mounted: its pictures are seen under it
}

/** What was uploaded to a fake platform, by the id it gave; the newest fifty, until the process ends. */
export class Pictures {
  readonly #kept = new Map<string, Kept>()

  /** Undefined when it is no picture, or larger than the platform takes. */
  add(bytes: Buffer, { at, base, most }: { at: Date; base: string; most: number }): string | undefined {
    const type = pictureType(bytes)
    if (type === undefined || bytes.length > most) return undefined
    const id = randomBytes(16).toString('hex')
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined && this.#kept.size >= MOST_KEPT) this.#kept.delete(oldest)
    this.#kept.set(id, { bytes, type: `image/${type}`, at, base })
    return id
  }

  /** Where a phone sees it; undefined for one that is not known, or is older than this. */
  addressOf(id: string, since = new Date(0)): string | undefined {
    const kept = this.#kept.get(id)
    return kept && kept.at >= since ? `${kept.base}/pictures/${id}` : undefined
  }

  /** Its bytes, as they came. */
  find(id: string): Buffer | undefined {
    return this.#kept.get(id)?.bytes
  }

  get ids(): readonly string[] {
    return [...this.#kept.keys()]
  }

  /** As if seven days had passed. */
  expire(): void {
    for (const [id, kept] of this.#kept) this.#kept.set(id, { ...kept, at: new Date(0) })
  }

  /** `GET /pictures/:id`, the platform's own store of pictures. */
  serve(router: Router): void {
    router.get('/pictures/:id', (req, res) => {
      const kept = this.#kept.get(req.params.id)
      if (kept) res.type(kept.type).send(kept.bytes)
      else res.sendStatus(404)
    })
  }
}

/** A multipart body as bytes; express itself reads none. */
export const multipart: RequestHandler = raw({ type: 'multipart/form-data', limit: '10mb' })

export async function formIn(req: Request): Promise<FormData | undefined> {
  if (!Buffer.isBuffer(req.body)) return undefined
  const headers = { 'content-type': req.get('content-type') ?? '' }
  return new Response(new Uint8Array(req.body), { headers }).formData().catch(() => undefined)
}

/** The file of that field. */
export async function fileIn(form: FormData | undefined, field: string): Promise<Buffer | undefined> {
  const file = form?.get(field)
  return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : undefined
}
