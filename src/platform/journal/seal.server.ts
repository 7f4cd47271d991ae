import { sql } from 'kysely'
import { beginAsSealer } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'

/** What a sealing did: how many changes it sealed, and whether some wait for a transaction to end. */
export type Sealed = { sealed: number; areWaiting: boolean }

/**
 * Seals all changes of finished transactions: hashes them onto the head of their stream and counts them, so
 * that afterwards none can be altered, added or cut unnoticed. Nobody waits for it, and it waits for nobody
 * but another sealing.
 */
export function sealJournal(db: Database): Promise<Sealed> {
  return beginAsSealer(db, async (tx) => {
    if (!(await areWaiting(tx))) return { sealed: 0, areWaiting: false }
    // Two sealings of the same changes would count them twice.
    await sql`lock table platform.seal_head in share row exclusive mode`.execute(tx)
    const { rows } = await SEAL.execute(tx)
    const sealed = rows.reduce((sum, { events }) => sum + events, 0)
    return { sealed, areWaiting: await areWaiting(tx) }
  })
}

/**
 * Begins a new epoch when the numbers of transactions have begun anew, which they do when a database is
 * restored on another server: what is written from now on still comes after all there is.
 */
export function resumeJournal(db: Database): Promise<void> {
  return beginAsSealer(db, async (tx) => {
    await sql`insert into platform.epoch (number) select platform.current_epoch() + 1
      where exists (select from platform.change
        where epoch = platform.current_epoch() and xid >= pg_snapshot_xmax(pg_current_snapshot()))`.execute(
      tx,
    )
  })
}

// Each sealing takes every stream up to one point, so what is not sealed comes after all that is.
const isAfterAllSeals = sql`(not exists (select from platform.seal_head) or (c.epoch, c.xid) >
  (select to_epoch, to_xid from platform.seal_head order by to_epoch desc, to_xid desc limit 1))`

async function areWaiting(tx: DatabaseTransaction): Promise<boolean> {
  const { rows } = await sql`select from platform.change c where ${isAfterAllSeals} limit 1`.execute(tx)
  return rows.length > 0
}

const SEAL = sql<{ events: number }>`
  with news as (
    select c.municipality_id, c.stream, count(*) as events,
      (array_agg(c.epoch order by c.epoch desc, c.xid desc))[1] as to_epoch,
      (array_agg(c.xid order by c.epoch desc, c.xid desc))[1] as to_xid,
      sha256(string_agg(c.hash, '' order by c.epoch, c.xid, c.id)) as content
    from platform.change_hash c
    where ${isAfterAllSeals}
      and (c.epoch < platform.current_epoch() or c.xid < pg_snapshot_xmin(pg_current_snapshot()))
    group by c.municipality_id, c.stream
  ), raised as (
    insert into platform.seal_head as h (municipality_id, stream, seals, events, to_epoch, to_xid, hash)
    select municipality_id, stream, 1, events, to_epoch, to_xid, sha256(content) from news
    on conflict (municipality_id, stream) do update set seals = h.seals + 1, events = h.events + excluded.events,
      to_epoch = excluded.to_epoch, to_xid = excluded.to_xid,
      hash = sha256(h.hash || (select n.content from news n
        where n.municipality_id = h.municipality_id and n.stream = h.stream))
    returning h.municipality_id, h.stream, h.seals, h.to_epoch, h.to_xid, h.hash
  )
  insert into platform.seal (municipality_id, stream, number, to_epoch, to_xid, events, hash)
  select r.municipality_id, r.stream, r.seals, r.to_epoch, r.to_xid, n.events, r.hash
  from raised r join news n using (municipality_id, stream)
  returning events`
