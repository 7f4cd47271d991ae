import type { Config } from '@react-router/dev/config'
import { build } from 'vite'

export default {
  appDirectory: 'src',
  ssr: true,
  // The bundle has more than one door, each named as in `vite.config.ts`.
  serverBuildFile: '[name].js',
  // Last, since the build empties its folder first.
  buildEnd: async () => {
    await build({ configFile: 'vite.islands.config.ts', logLevel: 'warn' })
  },
} satisfies Config
