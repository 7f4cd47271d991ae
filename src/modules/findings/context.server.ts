import { createContext } from 'react-router'
import type { Family } from './family.ts'
import type { Guided } from './guidance.ts'

/** The families of findings that the product has; set by the application, which knows all modules. */
export const familiesContext = createContext<readonly Family[]>([])

/** Kinds of things besides rules that one is told what to do about; set by the application. */
export const guidedContext = createContext<readonly Guided[]>([])
