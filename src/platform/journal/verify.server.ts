import { sql } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { PUBLIC_STREAMS } from '../write/streams.ts'

/** A stream of a municipality's journal as it stands. */
export type StreamHead = {
  municipalityId: string
  stream: string
  /** Changes that are sealed, and those that wait to be. */
  sealed: number
  waiting: number
  /** Hash of everything sealed so far; kept outside it proves that nothing of it was cut. Null before the first seal. */
  head: string | null
}

/** Something that does not agree. Numbers and names are in `values`. */
export type JournalFault = {
  kind: 'sealCount' | 'sealContent' | 'headCount' | 'version' | 'lostHead' | 'lostChange' | 'unbound'
  municipalityId: string | null
  values: Record<string, string | number>
}

/** The heads of all streams. The transaction is the sealer's. */
export async function findHeads(tx: DatabaseTransaction): Promise<StreamHead[]> {
  const { rows } = await sql<StreamHead>`
    select municipality_id as "municipalityId", stream, coalesce(h.events, 0) as sealed,
      coalesce(c.changes, 0) - coalesce(h.events, 0) as waiting, encode(h.hash, 'hex') as head
    from (select municipality_id, stream, count(*) as changes from platform.change group by 1, 2) c
      full join platform.seal_head h using (municipality_id, stream)
    order by municipality_id, stream`.execute(tx)
  return rows
}

/**
 * Counts and hashes everything again: edits and changes that are gone or new show in a seal, seals that are
 * gone in the head, heads that are gone in the versions of public data. The transaction is the sealer's.
 *
 * @param heads hashes that were heads once and are kept outside
 */
export async function findJournalFaults(
  tx: DatabaseTransaction,
  heads: readonly string[] = [],
): Promise<JournalFault[]> {
  const { rows: seals } = await BROKEN_SEALS.execute(tx)
  const { rows: counts } = await BROKEN_COUNTS.execute(tx)
  return [
    ...seals.map(
      ({ municipality_id, stream, number, events, found }): JournalFault => ({
        kind: found === events ? 'sealContent' : 'sealCount',
        municipalityId: municipality_id,
        values: { stream, number, events, found },
      }),
    ),
    ...counts.map(
      ({ kind, municipality_id, stream, wanted, found }): JournalFault => ({
        kind,
        municipalityId: municipality_id,
        values: { stream, wanted, found },
      }),
    ),
    ...(await findLostHeads(tx, heads)),
  ]
}

type Seal = { municipality_id: string; stream: string; number: number; events: number; found: number }

const BROKEN_SEALS = sql<Seal>`
  with bounded as (
    select s.*, lag(to_epoch, 1, 0::bigint) over w as from_epoch, lag(to_xid, 1, '0'::xid8) over w as from_xid,
      lag(hash, 1, ''::bytea) over w as previous
    from platform.seal s window w as (partition by municipality_id, stream order by number)
  ), again as (
    select b.municipality_id, b.stream, b.number, b.events, b.hash, count(c.id) as found,
      sha256(b.previous || sha256(coalesce(string_agg(c.hash, '' order by c.epoch, c.xid, c.id), ''))) as hash_again
    from bounded b left join platform.change_hash c on c.municipality_id = b.municipality_id
      and c.stream = b.stream and (c.epoch, c.xid) > (b.from_epoch, b.from_xid)
      and (c.epoch, c.xid) <= (b.to_epoch, b.to_xid)
    group by b.municipality_id, b.stream, b.number, b.events, b.hash, b.previous
  )
  select municipality_id, stream, number, events, found from again
  where found <> events or hash_again <> hash order by municipality_id, stream, number`

type Count = {
  kind: 'headCount' | 'version'
  municipality_id: string
  stream: string
  wanted: number
  found: number
}

const BROKEN_COUNTS = sql<Count>`
  select 'headCount' as kind, municipality_id, stream, coalesce(h.events, 0) as wanted, coalesce(s.events, 0) as found
  from platform.seal_head h full join (
    select municipality_id, stream, sum(events)::bigint as events, count(*) as seals, max(number) as last
    from platform.seal group by 1, 2) s using (municipality_id, stream)
  where h.events is distinct from s.events or h.seals is distinct from s.seals or h.seals is distinct from s.last
  union all
  select 'version', municipality_id, stream, coalesce(v.version, 0), coalesce(c.changes, 0)
  from platform.data_version v full join (
    select municipality_id, stream, count(*) as changes from platform.change
    where stream in (${sql.join(PUBLIC_STREAMS)}) group by 1, 2) c using (municipality_id, stream)
  where v.version is distinct from c.changes
  order by 2, 3`

async function findLostHeads(tx: DatabaseTransaction, heads: readonly string[]): Promise<JournalFault[]> {
  if (heads.length === 0) return []
  const { rows } = await sql<{ head: string }>`select encode(hash, 'hex') as head from platform.seal
    where encode(hash, 'hex') in (${sql.join(heads)})`.execute(tx)
  const known = new Set(rows.map(({ head }) => head))
  return heads
    .filter((head) => !known.has(head))
    .map((head) => ({ kind: 'lostHead', municipalityId: null, values: { head } }))
}
