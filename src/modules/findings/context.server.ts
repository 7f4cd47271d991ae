import { createContext } from 'react-router'
import type { Family } from './family.ts'

/** The families of findings that the product has; set by the application, which knows all modules. */
export const familiesContext = createContext<readonly Family[]>([])
