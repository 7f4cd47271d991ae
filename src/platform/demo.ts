import type { Database } from './database/types.server.ts'
import type { Random } from './generate/random.ts'
import type { Role } from './rights/roles.ts'

/**
 * What the demonstration has before modules add what they invent: its municipality, and an account for each role. What
 * is invented says so wherever it is shown.
 */
export type Demo = {
  db: Database
  municipalityId: string
  /** Public id of its plan. */
  plan: string
  /** Key of the institution whose head and coordinator have accounts. */
  institution: string
  accounts: ReadonlyMap<Role, string>
  now: Date
  /** The same chance at every start. */
  random: Random
}

/** Adds what a module invents for the demonstration. */
export type Demonstrates = (demo: Demo) => Promise<void>
