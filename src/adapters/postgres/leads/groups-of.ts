/** So many rows a statement: PostgreSQL takes 65 535 values in one. */
const GROUP = 1_000

export function groupsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / GROUP) }, (_, i) =>
    all.slice(i * GROUP, (i + 1) * GROUP),
  )
}
