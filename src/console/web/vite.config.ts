import react from '@vitejs/plugin-react'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** Two entries: the console (/quan-tri) and the agent's app (/app); a chunk for each page. */
export default defineConfig({
  root: here,
  plugins: [react()],
  clearScreen: false,
  logLevel: 'warn',
  build: {
    outDir: join(here, '../../../dist/console'),
    emptyOutDir: true,
    assetsDir: 'trang',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { console: join(here, 'console.html'), app: join(here, 'app.html') } },
  },
})
