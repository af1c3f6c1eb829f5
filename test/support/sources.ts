import { readdirSync } from 'node:fs'

/** Every TypeScript file of the product, by its path from the project's root. */
export function sources(): string[] {
  return ['src', 'dialogs'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${root}/${name}`),
  )
}
