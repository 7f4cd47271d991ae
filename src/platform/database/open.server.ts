import type { LogConfig } from 'kysely'
import type { Settings } from '../settings.server.ts'
import { openEmbedded } from './open-embedded.server.ts'
import { openPostgres } from './open-postgres.server.ts'
import type { Database, OpenDatabase } from './types.server.ts'

export { overPGlite, pgliteOptions } from './open-embedded.server.ts'
export type { OpenDatabase } from './types.server.ts'

type DatabaseSettings = Pick<Settings, 'databaseUrl' | 'dataFolder'> &
  Partial<Pick<Settings, 'databaseWebUrl' | 'databasePublicUrl' | 'host' | 'persons'>>

/** Opens the PostgreSQL server named by the settings, or the embedded one in `dataFolder/database`. */
export async function openDatabase(settings: DatabaseSettings, log?: LogConfig): Promise<OpenDatabase> {
  const { databaseUrl, databaseWebUrl, databasePublicUrl } = settings
  return databaseUrl === undefined
    ? openEmbedded(settings.dataFolder, personsIn(settings), log)
    : openPostgres({ databaseUrl, databaseWebUrl, databasePublicUrl }, log)
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** The embedded database is for trying out: real persons' data need a word, invented ones a lone machine. */
function personsIn({ persons, host = '' }: DatabaseSettings): Database['persons'] {
  if (persons === 'allow') return 'any'
  return LOOPBACK.includes(host) ? 'invented' : 'none'
}
