import react from '@vitejs/plugin-react'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** Two entries: the console (/quan-tri) and the agent's app (/app); a chunk for each page. */
export default defineConfig({
  root: here,
  plugins: [react(), filesOfApp()],
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

/** Writes app/files.json: every file the agent's app may load, so that the service worker can keep them all for the road. */
function filesOfApp(): Plugin {
  return {
    name: 'files-of-app',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const found = new Set<string>()
      const follow = (name: string) => {
        const chunk = chunks.find(({ fileName }) => fileName === name)
        if (!chunk || found.has(name)) return
        found.add(name)
        const { importedCss, importedAssets } = chunk.viteMetadata ?? {}
        for (const file of [...(importedCss ?? []), ...(importedAssets ?? [])]) found.add(file)
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next)
      }
      for (const { isEntry, name, fileName } of chunks) if (isEntry && name === 'app') follow(fileName)
      const fonts = Object.keys(bundle).filter((name) => name.endsWith('.woff2'))
      const files = [...new Set([...found, ...fonts])].sort().map((name) => `/${name}`)
      this.emitFile({ type: 'asset', fileName: 'app/files.json', source: JSON.stringify(files) })
    },
  }
}
