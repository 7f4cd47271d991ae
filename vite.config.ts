import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

/** The server is bundled from `src/app/server.ts`, which brings the pages with it. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  build: isSsrBuild ? { rollupOptions: { input: './src/app/server.ts' } } : {},
}))
