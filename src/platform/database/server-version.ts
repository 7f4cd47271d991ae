import { DatabaseUnusable } from './unusable.ts'

/** First version in which a role may become another without inheriting its rights. */
const OLDEST = 16

/**
 * @param number a server's `server_version_num`, as 180004 for 18.4
 * @throws DatabaseUnusable when the server is too old
 */
export function demandServerVersion(number: number) {
  const found = Math.floor(number / 10_000)
  if (found < OLDEST) throw new DatabaseUnusable('platform.database.old', { found, oldest: OLDEST })
}
