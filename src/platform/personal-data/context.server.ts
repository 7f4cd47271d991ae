import { createContext } from 'react-router'
import type { Secrets } from '../secrets.ts'
import type { PersonalDataEntry } from './entry.ts'

/** What all modules keep of persons; set by the application, which knows them. */
export const personalDataContext = createContext<readonly PersonalDataEntry[]>([])

/** Keys by which records of persons are read; absent where the settings have no secret. */
export const secretsContext = createContext<Secrets | undefined>(undefined)
