import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDisclosureRules } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { keepUp } from '#platform/keep/keep-up.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { findDataVersions } from '#platform/write/data-version.server.ts'
import { modules } from './modules.server.ts'

/** Everything that is worked out and kept, in the order in which it is worked out: verdicts before findings. */
const keepers = modules
  .toReversed()
  .flatMap(({ keeps = [] }) => (typeof keeps === 'function' ? keeps(modules) : keeps))

/**
 * Works out anew what is kept of a municipality, as far as its data, or what works them out, have changed: the code,
 * and the rules of disclosure control that are in force.
 */
export async function keepUpWith(db: Database, municipalityId: string): Promise<boolean> {
  const rules = await readAs(db, THE_PUBLIC, (tx) => findDisclosureRules(tx))
  const code = createHash('sha256').update(codeVersion()).update(JSON.stringify(rules))
  return keepUp(db, keepers, { municipalityId, code: code.digest('hex').slice(0, 16) })
}

/** The same of every municipality that has data. */
export async function keepUpAll(db: Database): Promise<void> {
  const versions = await readAs(db, THE_PUBLIC, (tx) => findDataVersions(tx))
  for (const municipalityId of versions.keys()) await keepUpWith(db, municipalityId)
}

let known: string | undefined

/** Changes with the sources of what works things out. */
function codeVersion(): string {
  known ??= hashSources([
    'src/modules',
    'src/platform/say',
    'packages/statistics/src',
    'packages/disclosure/src',
  ])
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
