import type { Config } from '@react-router/dev/config'

// The bundle has more than one door, each named as in `vite.config.ts`.
export default { appDirectory: 'src', ssr: true, serverBuildFile: '[name].js' } satisfies Config
