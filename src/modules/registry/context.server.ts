import { createContext } from 'react-router'
import type { AboutInstitution } from './about-institution.ts'
import type { Municipality } from './model.ts'

/**
 * The municipality whose pages are being read, set for every address that begins with its name. `home` is the address
 * of the plan that they are about: `/liepaja`, or `/liepaja/plani/<plan>`; `plan` its public id, undefined for the
 * current one.
 */
export const municipalityContext = createContext<{
  municipality: Municipality
  successor: Municipality | undefined
  home: string
  plan: string | undefined
}>()

/** What the modules know about institutions; set by the application, which knows all modules. */
export const aboutInstitutionContext = createContext<readonly AboutInstitution[]>([])
