import { readdirSync } from 'node:fs'

/** Every TypeScript file of the product, pages among them, by its path from the project's root. */
export function sources(): string[] {
  return ['src', 'dialogs'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${root}/${name}`),
  )
}
