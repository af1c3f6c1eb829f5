import type { Backing } from './database/backing.ts'
import { openFolder } from './database/embedded-folder.ts'

/** Where: a folder for the embedded store (empty, it begins as the dump `startFrom`), or a PostgreSQL server. */
export type StorePlace =
  { readonly dataDir: string; readonly startFrom?: string } | { readonly databaseUrl: string }

/** Only what the place needs is loaded; a folder opens on its own thread meanwhile. */
export async function openBacking(place: StorePlace): Promise<Backing> {
  if ('databaseUrl' in place) {
    const { openServer } = await import('./database/server.ts')
    return openServer(place.databaseUrl)
  }
  const [folder, { embeddedIn }] = await Promise.all([
    openFolder(place.dataDir, place.startFrom),
    import('./database/embedded.ts'),
  ])
  return embeddedIn(folder)
}
