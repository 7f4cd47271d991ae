import { createApi } from '#platform/api/create-api.ts'
import { fileColumn } from './file-columns.ts'
import { modules } from './modules.server.ts'
import { textIn } from './texts.server.ts'

/** The public API: every address that the modules bring. */
export const publicApi = createApi(
  modules.flatMap(({ api = [] }) => (typeof api === 'function' ? api(modules) : api)),
  {
    wordsOf: (column) => fileColumn(textIn, column),
    say: (key) => ({ lv: textIn('lv')(key), en: textIn('en')(key) }),
  },
)
