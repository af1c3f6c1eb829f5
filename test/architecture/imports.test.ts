import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { sources } from '../support/sources.ts'

const pure = ['src/conversation', 'src/policy'] as const

/** For each place: what it may import. Anything not listed is not allowed; packages are listed by name. First match wins. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/policy': ['src/policy', 'zod'],
  'src/conversation': [...pure, 'zod', 'libphonenumber-js/max'],
  'src/leads': ['src/leads', ...pure, 'zod'],
  'src/faq': ['src/faq', ...pure, 'fuse.js', 'zod'],
  'src/answers': ['src/answers', 'src/faq', ...pure],
  'src/decrees': ['src/decrees', 'src/answers', 'src/faq', ...pure],
  'src/questions': ['src/questions', 'src/conversation'],
  'src/targets': ['src/targets', 'src/policy'],
  'src/numbers': ['src/numbers', 'src/targets', ...pure],
  'src/sheets': ['src/sheets', ...pure, 'src/faq', 'src/leads', 'src/targets'],
  'src/adapters/sheets': ['src/adapters/sheets', 'src/sheets', '@e965/xlsx'],
  'src/places': ['src/places', 'src/conversation', 'zod'],
  'src/hand-over': ['src/hand-over', ...pure, 'src/ports.ts', 'zod'],
  dialogs: ['dialogs', ...pure, 'src/places', 'src/leads'],
  'src/ports.ts': ['src/conversation', 'src/leads', 'src/policy'],
  'src/asking-ports.ts': ['src/ports.ts'],
  'src/work-ports.ts': ['src/ports.ts', 'src/conversation', 'src/leads', 'src/hand-over'],
  'src/config.ts': ['src/config-checks.ts', 'src/config-fields.ts', 'src/hand-over/office-hours.ts', 'zod'],
  'src/config-checks.ts': ['src/config.ts'],
  'src/config-fields.ts': ['zod'],
  'src/bot': [
    'src/bot',
    ...pure,
    'src/faq',
    'src/questions',
    'src/places',
    'src/leads',
    'src/ports.ts',
    'dialogs',
    'botbuilder',
    'botbuilder-dialogs/lib', // its front door loads 360 files more at every start
    'zod',
  ],
  'src/work': [
    'src/work',
    ...pure,
    'src/hand-over',
    'src/leads',
    'src/faq',
    'src/places',
    'src/ports.ts',
    'src/work-ports.ts',
    'src/bot',
    'zod',
    'node:crypto',
    'node:timers/promises',
  ],
  'src/watch': ['src/watch', ...pure, 'src/ports.ts', 'src/work-ports.ts'],
  'src/adapters/watch': ['src/adapters/watch', 'src/watch', 'src/ports.ts', 'prom-client', '@opentelemetry'],
  'src/http': [
    'src/http',
    'src/watch/watch.ts',
    'src/ports.ts',
    'src/leads',
    'express',
    'helmet',
    'node:http',
    'node:fs',
    'node:path',
  ],
  'src/staff': ['src/staff', 'src/ports.ts', 'src/leads/lead.ts', ...pure],
  'src/console/web/vite.config.ts': ['vite', '@vitejs/plugin-react', 'node:path', 'node:url'],
  'src/console/web': [
    'src/console/web',
    'src/console/api', // types only: see below
    'src/faq/faq-entry.ts', // types only
    'src/leads/agent.ts', // types only
    'src/leads/lead.ts', // types only
    'src/console/labels.ts',
    'src/staff',
    'react',
    'react-dom',
    '@mantine',
    '@tanstack/react-query',
    'wouter',
    'chart.js',
    'idb-keyval',
  ],
  'src/console': [
    'src/answers',
    'src/in-slices.ts',
    'src/decrees',
    'src/faq',
    'src/watch/watch.ts',
    'src/console',
    'src/hand-over',
    'src/pages/page.ts',
    'src/questions',
    'src/asking-ports.ts', // types only
    'src/work-ports.ts', // types only
    'src/http',
    'src/ports.ts',
    'src/staff',
    'src/leads',
    'src/targets',
    'src/numbers',
    'src/sheets',
    ...pure,
    'express',
    'zod',
    'node:fs',
    'node:path',
  ],
  'src/simulator': [
    'src/simulator',
    'src/http',
    'src/ports.ts',
    ...pure,
    'express',
    'zod',
    'axios',
    'node:crypto',
    'node:fs',
    'node:path',
  ],
  'src/adapters/files': [
    'src/adapters/files',
    'src/hand-over',
    'src/bot/knowledge.ts',
    ...pure,
    'src/faq',
    'src/questions',
    'src/places',
    'src/leads',
    'dialogs',
    'zod',
    'yaml',
    'node:fs',
    'node:path',
    'node:crypto',
    'node:url',
    'node:v8',
    'src/project-root.ts',
  ],
  'src/adapters/platform': ['src/adapters/platform', 'src/ports.ts', ...pure, 'zod', 'axios', 'node:crypto'],
  'src/adapters/zalo': [
    'src/adapters/zalo',
    'src/adapters/platform',
    'src/adapters/same-text.ts',
    'src/asking-ports.ts',
    'src/ports.ts',
    ...pure,
    'zod',
    'axios',
    'node:crypto',
  ],
  'src/adapters/messenger': [
    'src/adapters/messenger',
    'src/adapters/platform',
    'src/adapters/same-text.ts',
    'src/ports.ts',
    ...pure,
    'zod',
    'axios',
    'node:crypto',
  ],
  'src/adapters/notify': [
    'src/adapters/notify',
    'src/adapters/platform',
    'src/adapters/zalo',
    'src/ports.ts',
    ...pure,
    'zod',
    'axios',
  ],
  'src/adapters/credentials': ['src/ports.ts', 'src/staff', '@node-rs/argon2', 'otpauth', 'qrcode-generator'],
  'src/adapters/mail': ['src/staff', 'nodemailer'],
  'src/adapters/openid': ['src/staff', 'openid-client', 'zod'],
  'src/adapters/redis': ['src/adapters/redis', 'src/ports.ts', 'zod', 'ioredis', 'rate-limiter-flexible'],
  'src/adapters/memory': ['src/adapters/memory', 'src/ports.ts', 'rate-limiter-flexible', 'node:events'],
  'src/adapters/postgres': [
    'src/adapters/postgres',
    'src/ports.ts',
    'src/work-ports.ts',
    'src/watch/watch.ts',
    'src/answers',
    'src/decrees',
    'src/pages',
    'src/targets',
    'src/numbers',
    'src/leads',
    'src/hand-over',
    'src/staff',
    'src/places',
    ...pure,
    'zod',
    'kysely',
    'pg',
    'pg-boss',
    'src/project-root.ts',
    'node:worker_threads',
    'node:crypto',
    'node:fs',
    'node:path',
    'node:os',
    'node:fs/promises',
  ],
  'src/adapters/same-text.ts': ['node:crypto'],
  'src/in-slices.ts': [],
  'src/workshop': [
    'src/workshop',
    'src/in-slices.ts',
    'src/project-root.ts',
    ...pure,
    'src/answers',
    'src/decrees',
    'src/faq',
    'src/bot',
    'src/cli',
    'src/adapters/files',
    'src/adapters/zalo/reply-body.ts',
    'src/adapters/messenger/reply-body.ts',
    'src/adapters/sheets',
    'src/sheets',
    'zod',
    'yaml',
    'node:fs',
    'node:path',
    'tsx/esm/api', // only when it runs from sources
    'node:v8',
    'node:worker_threads',
  ],
  'src/cli.ts': ['src/cli', 'src/conversation', 'src/policy', 'src/project-root.ts', 'node:process'],
  'src/pages': ['src/pages', ...pure, 'src/ports.ts', 'zod'],
  'src/cli/store-commands.ts': [
    'src/cli',
    'src/config.ts',
    'src/places',
    'src/adapters/files',
    'src/adapters/postgres',
    'src/operator',
    'node:fs',
    'node:path',
    'node:process',
    'node:stream/consumers',
  ],
  'src/operator': [
    'src/http/zalo-consent.ts', // the addresses of the consent page
    ...pure,
    'src/in-slices.ts',
    'src/sheets',
    'src/targets',
    'src/numbers',
    'src/adapters/sheets',
    'src/hand-over',
    'src/leads',
    'src/operator',
    'src/answers',
    'src/decrees',
    'src/config.ts',
    'src/pages',
    'src/places',
    'src/ports.ts',
    'src/http/server.ts',
    'src/adapters/files',
    'src/adapters/postgres',
    'src/adapters/credentials',
    'src/adapters/messenger/profile.ts',
    'src/conversation',
    'src/policy',
    'src/adapters/same-text.ts',
    'express',
    'yaml',
    'zod',
    'node:crypto',
    'node:fs',
    'node:net',
    'node:path',
    'node:util',
  ],
  'src/cli': [
    'src/cli',
    ...pure,
    'src/hand-over',
    'src/faq',
    'src/places',
    'src/leads',
    'src/bot',
    'dialogs',
    'src/adapters/files',
    'src/adapters/zalo/reply-body.ts',
    'src/adapters/messenger/reply-body.ts',
    'zod',
    'yaml',
    'node:child_process',
    'node:fs',
    'node:os',
    'node:path',
    'node:readline',
    'node:util',
    'node:crypto',
  ],
  'src/prepare-start.ts': [
    'src/adapters/files',
    'src/adapters/postgres/empty-store.ts',
    'src/project-root.ts',
    'node:path',
  ],
  'src/main.ts': [
    'src/app.ts',
    'src/app-store.ts',
    'src/adapters/postgres/open-backing.ts',
    'src/config.ts',
    'src/project-root.ts',
    'src/adapters/files',
    'src/places',
    'src/conversation',
    'pino',
    'node:fs',
    'node:path',
    'node:process',
  ],
  'src/app': [
    'src',
    'dialogs',
    'pino',
    'axios',
    'express',
    'node:crypto',
    'node:path',
    'node:http',
    'node:fs',
    'node:module',
  ],
  'src/project-root.ts': ['node:path', 'node:url', 'node:fs'],
}

test('every import goes the way the map in ARCHITECTURE.md says', () => {
  const wrong = sources().flatMap((file) => {
    const place = Object.keys(mayImport).find((known) => covers(known, file))
    if (!place) return [`${file} is in no place that mayImport knows: add it there`]
    return importsOf(file)
      .filter((target) => !mayImport[place]?.some((allowed) => covers(allowed, target)))
      .map((target) => `${file} imports ${target}, but ${place} may not`)
  })
  expect(wrong).toEqual([])
})

test('only src/bot knows botbuilder', () => {
  const users = sources().filter((file) => importsOf(file).some((name) => name.startsWith('botbuilder')))
  expect(users.filter((file) => !file.startsWith('src/bot/'))).toEqual([])
})

test('pages take only types from the server', () => {
  const wrong = sources()
    .filter((file) => file.startsWith('src/console/web/'))
    .filter((file) => /^import (?!type\b)[^'"]*['"][^'"]*\/api\//m.test(readFileSync(file, 'utf8')))
  expect(wrong).toEqual([])
})

test('a journey never imports another journey', () => {
  const wrong = sources()
    .filter((file) => /^dialogs\/[^/]+\//.test(file))
    .filter((file) =>
      importsOf(file).some((name) => /^dialogs\/[^/]+\//.test(name) && dirname(name) !== dirname(file)),
    )
  expect(wrong).toEqual([])
})

function covers(place: string, path: string): boolean {
  return (
    path === place ||
    path.startsWith(`${place}/`) ||
    (place === 'src/app' && /^src\/app(-[a-z-]+)?\.ts$/.test(path))
  )
}

function importsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /^import\b[^'"]*['"]([^'"]+)['"]|^export\b[^'"=(]*\bfrom ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
  )
  return [...found]
    .map(([, imported, reExported, dynamic]) => imported ?? reExported ?? dynamic ?? '')
    .map((name) => (name.startsWith('.') ? relative('.', resolve(dirname(file), name)) : name))
}
