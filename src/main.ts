import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import pino from 'pino'
import { loadPlaced } from './adapters/files/load-places.ts'
import { openBacking } from './adapters/postgres/open-backing.ts'
import { storePlace } from './app-store.ts'
import { BadConfig, readConfig, type Config } from './config.ts'
import { provincesOnly } from './places/places.ts'
import { provinceNamed } from './places/resolve-place.ts'
import { projectRoot } from './project-root.ts'

const root = projectRoot()
const placed = loadPlaced(root)
const config = configuration()
const log = pino({ level: config.LOG_LEVEL })
try {
  const backing = openBacking(storePlace(config, root)) // goes on by itself while the rest of the program is loaded
  backing.catch(() => undefined) // heard where it is waited for
  const { startApp } = await import('./app.ts')
  const app = await startApp({ config, root, placed, log, backing })
  log.info({ url: config.PUBLIC_URL, simulator: config.SIMULATOR }, 'ready')
  if (config.SIMULATOR === 'on')
    process.stdout.write(`\nAn Sinh: mở ${config.PUBLIC_URL}/ trong trình duyệt để thử.\n\n`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(app.stop))
  void placed.places.named // read now, not in the middle of the first question about a place
} catch (error) {
  const why = error instanceof Error ? error.message : 'unknown'
  log.fatal({ error: why }, 'could not start')
  process.stderr.write(`Không khởi động được:\n${why}\n`)
  process.exit(1)
}

async function stop(close: () => Promise<void>): Promise<void> {
  log.info('draining')
  await close()
  process.exit(0)
}

/** The environment, with `.env` of the project under it. A wrong value stops the start with its name. */
function configuration(): Config {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const provinces = provincesOnly(placed.places)
  try {
    return readConfig(process.env, (text) => provinceNamed(text, provinces)?.code)
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    process.stderr.write(`Thiết lập chưa đúng:\n${error.message}\n`)
    process.exit(1)
  }
}
