import type { Database } from '#platform/database/types.server.ts'
import { Random } from '#platform/generate/random.ts'
import type { DemoAccounts } from './accounts/demo.server.ts'
import { modules } from './modules.server.ts'

/** Adds what modules invent for the demonstration, the ground first; nothing where there is none. */
export async function demonstrate(db: Database, made: DemoAccounts | undefined, now = new Date()) {
  if (!made) return
  for (const { name, demonstrates } of modules)
    await demonstrates?.({ ...made, db, now, random: new Random(`demo/${name}`) })
}
