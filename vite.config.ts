import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

/** Two doors into one bundle: `index` starts the server, `site` answers requests for whoever calls it. */
const input = { index: './src/app/main.ts', site: './src/app/site.ts' }

export default defineConfig({
  plugins: [reactRouter()],
  environments: { ssr: { build: { rolldownOptions: { input } } } },
})
