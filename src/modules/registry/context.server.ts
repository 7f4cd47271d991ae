import { createContext } from 'react-router'
import type { Municipality } from './model.ts'

/** The municipality whose pages are being read, set for every address that begins with its name. */
export const municipalityContext = createContext<{
  municipality: Municipality
  successor: Municipality | undefined
}>()
