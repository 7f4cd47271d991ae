import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#platform/database/types.server.ts'
import { keepUp } from '#platform/keep/keep-up.server.ts'
import { modules } from './modules.server.ts'

/** Everything that is worked out and kept, in the order in which it is worked out: verdicts before findings. */
const keepers = modules
  .toReversed()
  .flatMap(({ keeps = [] }) => (typeof keeps === 'function' ? keeps(modules) : keeps))

/** Works out anew what is kept of a municipality, as far as its data, or the code that works it out, have changed. */
export const keepUpWith = (db: Database, municipalityId: string) =>
  keepUp(db, keepers, { municipalityId, code: codeVersion() })

let known: string | undefined

/** Changes with the sources of what works things out. */
function codeVersion(): string {
  known ??= hashSources(['src/modules', 'src/platform/say', 'packages/statistics/src'])
  return known
}

function hashSources(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((one) => /(?<!\.test)\.(ts|json)$/.test(one)).sort()) {
      hash.update(file).update(readFileSync(join(folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
