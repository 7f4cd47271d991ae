import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

/** The server is bundled from `src/app/main.ts`, which brings the pages with it. */
export default defineConfig({
  plugins: [reactRouter()],
  environments: { ssr: { build: { rolldownOptions: { input: './src/app/main.ts' } } } },
})
