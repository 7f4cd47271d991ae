import { createContext } from 'react'
import type { SiteFacts } from '../ui/site-facts.ts'
import type { Islands } from './island-types.ts'

/** What only the server knows of the page it draws. */
export type Served = {
  /** Number of the request, or the place where it will be written. */
  requestId: string
  /** How whoever has signed in is called; nobody has where it is undefined, as on every public page. */
  account?: string | undefined
  /** What the operator has said of this installation. */
  facts: SiteFacts
  /** Address of an island's script. */
  islandFile: (name: keyof Islands) => string
}

export const ServedPage = createContext<Served>({
  requestId: '',
  facts: {},
  islandFile: () => {
    throw new Error('ServedPage: this page was not drawn by the server')
  },
})
