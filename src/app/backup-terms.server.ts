import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { filesFolder } from '#platform/files/files-folder.server.ts'
import { secretMarkOf } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.server.ts'
import { everyReach } from './reach.server.ts'

/** What a backup of this installation is to hold besides its tables, and what of them it leaves out. */
export async function backupTerms({ dataFolder, secret }: Pick<Settings, 'dataFolder' | 'secret'>) {
  const { version } = JSON.parse(await readFile(resolve('package.json'), 'utf8')) as { version: string }
  return {
    filesFolder: filesFolder({ dataFolder }),
    secretMark: secret === undefined ? null : secretMarkOf(secret),
    program: version,
    leftOut: Object.entries(everyReach).flatMap(([table, { unsaved }]) =>
      unsaved === undefined ? [] : [table],
    ),
  }
}
