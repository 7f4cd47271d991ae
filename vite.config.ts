import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

/** Two doors into one bundle: `index` starts the server, `site` answers requests for whoever calls it. */
const input = { index: './src/app/main.ts', site: './src/app/site.ts' }

/** No page is taken over by scripts, so none of them needs the code that would replace its parts while it runs. */
const withoutRefresh = reactRouter().filter(({ name }) => name !== 'react-router:react-refresh-babel')

export default defineConfig({
  plugins: [withoutRefresh],
  environments: { ssr: { build: { rolldownOptions: { input } } } },
})
