import { createApi } from '#platform/api/create-api.ts'
import { modules } from './modules.server.ts'

/** The public API: every address that the modules bring. */
export const publicApi = createApi(
  modules.flatMap(({ api = [] }) => (typeof api === 'function' ? api(modules) : api)),
)
