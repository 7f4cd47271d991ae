import { sql } from 'kysely'
import { beginAsSealer } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'

/** How far the journal is sealed. */
export type SealState = {
  streams: number
  sealed: number
  /** Changes that no seal covers yet; for a second there always may be some. */
  waiting: number
}

/** Counts what is sealed and what waits, as the sealer sees it. */
export function findSealState(db: Database): Promise<SealState> {
  return beginAsSealer(db, async (tx) => {
    const { rows } = await sql<SealState>`
      select count(*)::int as streams, coalesce(sum(events), 0)::int as sealed,
        (select count(*)::int from platform.change c where not exists (select from platform.seal_head)
          or (c.epoch, c.xid) > (select to_epoch, to_xid from platform.seal_head
            order by to_epoch desc, to_xid desc limit 1)) as waiting
      from platform.seal_head`.execute(tx)
    return rows[0] ?? { streams: 0, sealed: 0, waiting: 0 }
  })
}
