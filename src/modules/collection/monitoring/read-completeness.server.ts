import { findNetwork } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DataCall } from '../model.ts'
import { findAskedRows } from './asked-store.server.ts'
import { type Completeness, completenessOf } from './completeness.ts'
import { countedOn, type Monitored, monitoredOn } from './expected.ts'

type Told = Pick<DataCall, 'id' | 'dueAt' | 'locksAt'>

/**
 * How complete calls are, by their ids, for whoever reads them in the whole municipality. Every page that tells it asks
 * here. Three statements, however many calls and institutions there are.
 */
export async function readCompleteness(
  tx: DatabaseTransaction,
  municipalityId: string,
  calls: readonly Told[],
  now: Date,
): Promise<Map<string, Completeness>> {
  const asked = await readMonitored(tx, municipalityId, calls, now)
  return new Map(calls.map((call) => [call.id, completenessOf(call, asked.get(call.id) ?? [], now)]))
}

/** Everybody that calls ask, by the calls' ids. */
export async function readMonitored(
  tx: DatabaseTransaction,
  municipalityId: string,
  calls: readonly Told[],
  now: Date,
): Promise<Map<string, Monitored[]>> {
  if (calls.length === 0) return new Map()
  const network = await findNetwork(tx, municipalityId)
  const rows = await findAskedRows(
    tx,
    municipalityId,
    calls.map(({ id }) => id),
  )
  const byCall = Map.groupBy(rows, ({ callId }) => callId)
  return new Map(
    calls.map((call) => [call.id, monitoredOn(network, byCall.get(call.id) ?? [], countedOn(call, now))]),
  )
}
