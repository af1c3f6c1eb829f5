import type { z } from 'zod'
import type { Role } from '../../staff/role.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type RouteKey = `${Method} /${string}`

/**
 * One row of the role × route matrix: who may call the route, what it takes and what it answers. The router is built
 * from these rows, so a route without a row cannot exist; whoever is not named is refused.
 * `'anyone'`: also without being signed in. An answer is cut down to its schema: what it does not name never leaves.
 */
export interface Row {
  readonly roles: 'anyone' | readonly Role[]
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  /** Largest body, 64 kB unless said otherwise. */
  readonly limit?: `${number}kb` | `${number}mb`
}

/** The rows of one area, by "METHOD /path". */
export type Contract = Readonly<Record<RouteKey, Row>>

/** Keeps the exact types of the rows, for the handlers and for the pages. */
export const contract = <const C extends Contract>(rows: C): C => rows

/** The names after ":" in a path. */
export type ParamsOf<Key extends string> = Key extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & ParamsOf<`/${Rest}`>
  : Key extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined
type Given<T> = T extends z.ZodType ? z.input<T> : undefined

export type BodyOf<R extends Row> = Parsed<R['body']>
export type QueryOf<R extends Row> = Parsed<R['query']>
export type AnswerOf<R extends Row> = z.input<R['answer']>
/** What a page sends and receives. */
export type SentBody<R extends Row> = Given<R['body']>
export type SentQuery<R extends Row> = Given<R['query']>
export type Received<R extends Row> = z.output<R['answer']>

/** Everyone who works with the program. */
export const everyone = [
  'agent',
  'team-lead',
  'commune',
  'officer',
  'admin',
] as const satisfies readonly Role[]
