import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Who has written before: real platforms remember across our restarts, so the fakes must too. */
export interface KnownPeople {
  readonly ids: readonly string[]
  remember(id: string): Promise<void>
}

export function knownPeople(file: string): KnownPeople {
  const ids = existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  return {
    ids,
    async remember(id) {
      if (ids.includes(id)) return
      ids.push(id)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify(ids))
    },
  }
}
