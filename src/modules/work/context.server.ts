import { createContext } from 'react-router'
import type { Desk } from './desk.ts'

/** What modules bring to the first page of whoever has signed in; set by the application, which knows all modules. */
export const deskContext = createContext<Desk>({ parts: [], tasks: {}, countryPages: [], workPages: [] })
