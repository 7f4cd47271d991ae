import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The small scripts of personal pages, each a file of its own; React Router's build knows nothing of them. */
export default defineConfig({
  base: '/islands/',
  publicDir: false,
  build: {
    outDir: 'build/client/islands',
    manifest: 'manifest.json',
    rolldownOptions: {
      input: globSync('src/**/islands/*.island.{ts,tsx}'),
      output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
