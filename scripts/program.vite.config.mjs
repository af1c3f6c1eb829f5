// The program as a few files in dist/program: opening two thousand small ones took most of a start. Types are checked elsewhere.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const source = (path) => join(root, 'src', path)
/** Code that decides what is kept of knowledge/ (src/adapters/files/kept.ts names the same folders). */
const decisive = ['faq', 'conversation', 'policy', 'places', 'questions', 'adapters/files']

export default defineConfig({
  root,
  clearScreen: false,
  logLevel: 'warn',
  publicDir: false,
  define: { BUILT_AS: JSON.stringify(versionOf(decisive)) },
  resolve: { conditions: ['node'] },
  ssr: {
    noExternal: true,
    // they bring files of their own, are only wanted where configured, or are looked up by their place on disk
    external: [
      '@electric-sql/pglite',
      '@node-rs/argon2',
      '@fontsource/be-vietnam-pro',
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace-base',
      'ioredis',
      'nodemailer',
      'openid-client',
      'pg',
    ],
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: join(root, 'dist', 'program'),
    emptyOutDir: true,
    minify: false,
    sourcemap: false,
    rollupOptions: {
      input: {
        main: source('main.ts'),
        cli: source('cli.ts'),
        'index-thread': source('workshop/index-thread.ts'),
        'draft-thread': source('workshop/draft-thread.ts'),
        'table-thread': source('workshop/table-thread.ts'),
        'file-thread': source('workshop/file-thread.ts'),
        'prepare-start': source('prepare-start.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})

function versionOf(folders) {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const name of readdirSync(source(folder), { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(`${name}\n`).update(readFileSync(join(source(folder), name)))
  return hash.digest('hex').slice(0, 24)
}
