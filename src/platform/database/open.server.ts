import type { LogConfig } from 'kysely'
import type { Settings } from '../settings.server.ts'
import { openEmbedded } from './open-embedded.server.ts'
import { openPostgres } from './open-postgres.server.ts'
import type { Database, OpenDatabase } from './types.server.ts'

export { CannotOpen, overPGlite, pgliteOptions } from './open-embedded.server.ts'
export type { OpenDatabase } from './types.server.ts'

type DatabaseSettings = Pick<Settings, 'databaseUrl' | 'dataFolder'> &
  Partial<Pick<Settings, 'databaseWebUrl' | 'databasePublicUrl' | 'host' | 'address' | 'persons'>>

/** Opens the PostgreSQL server named by the settings, or the embedded one in `dataFolder/database`. */
export async function openDatabase(settings: DatabaseSettings, log?: LogConfig): Promise<OpenDatabase> {
  const { databaseUrl, databaseWebUrl, databasePublicUrl } = settings
  return databaseUrl === undefined
    ? openEmbedded(settings.dataFolder, personsIn(settings), log)
    : openPostgres({ databaseUrl, databaseWebUrl, databasePublicUrl }, log)
}

/** The embedded database is for trying out: real persons' data need a word, invented ones a lone machine. */
function personsIn({ persons, host = '', address }: DatabaseSettings): Database['persons'] {
  if (persons === 'allow') return 'any'
  const isReached = address !== undefined && !isLoopback(new URL(address).hostname)
  return isLoopback(host) && !isReached ? 'invented' : 'none'
}

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host)
