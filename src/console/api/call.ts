import type { SignedIn } from '../../staff/account.ts'
import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf, Row } from './contract.ts'

/** What a handler gets: already checked, by role and by schema. */
interface Call<R extends Row, Key extends string> {
  readonly who: R['roles'] extends 'anyone' ? SignedIn | undefined : SignedIn
  readonly params: ParamsOf<Key>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  /** Network address, to count attempts by. */
  readonly address: string
  /** What the browser calls itself, in a few words. */
  readonly device: string
  readonly cookie: SessionCookie
}

/** The browser's session: kept after signing in, dropped after signing out. */
export interface SessionCookie {
  readonly token: string
  keep(token: string): void
  drop(): void
}

/** One handler for each row of a contract, no more and no fewer. */
export type Handlers<C extends Contract> = {
  readonly [Key in keyof C & string]: C[Key] extends Row ? Handle<C[Key], Key> : never
}

type Handle<R extends Row, Key extends string> = (call: Call<R, Key>) => Promise<AnswerOf<R> | Download>

/** A contract with its handlers, ready for the router. */
export interface Area {
  readonly contract: Contract
  readonly handlers: Readonly<Record<string, (call: never) => Promise<unknown>>>
}

export const area = <C extends Contract>(rows: C, handlers: Handlers<C>): Area => ({
  contract: rows,
  handlers,
})

/** An answer that is a file (Excel, CSV, PNG …); it passes by the answer's schema. */
export class Download {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array

  constructor(name: string, type: string, bytes: Uint8Array) {
    this.name = name
    this.type = type
    this.bytes = bytes
  }
}

/** The request cannot be done: `say` is for the person, in Vietnamese; `field` is the one that is wrong. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  readonly field: string | undefined

  constructor(status: Refused['status'], say: string, field?: string) {
    super(say)
    this.status = status
    this.field = field
  }
}

/** Nothing to give back but that it was done. */
export const done = { done: true } as const
