import { createContext } from 'react-router'
import type { FindableKind } from '#platform/searched.ts'
import type { SearchIndex } from './search-index.ts'

/** What can be looked for; set by the application, which knows all modules. */
export const searchContext = createContext<{
  kinds: readonly FindableKind[]
  /** The index as the data are now. */
  index: () => Promise<SearchIndex>
}>()
