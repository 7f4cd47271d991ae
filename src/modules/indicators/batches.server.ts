import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { countSeries } from './lookup-store.server.ts'
import type { IndicatorSet } from './model.ts'
import { getIndicatorSet } from './store.server.ts'

/** Some thousand figures are read at a time, so that nobody waits long for a large set. */
const MOST_SERIES = 400
const MOST_INDICATORS = 100

/**
 * Ids of the indicators of a plan in their order, in lists that are small enough to be read at a time:
 * of those given, or of all. One statement.
 */
export async function findBatches(
  tx: DatabaseTransaction,
  municipalityId: string,
  catalogue: string,
  ids?: readonly string[],
): Promise<string[][]> {
  const batches: string[][] = []
  let room = 0
  for (const { id, series } of await countSeries(tx, municipalityId, catalogue, ids)) {
    const last = batches.at(-1)
    if (last === undefined || Number(series) > room || last.length === MOST_INDICATORS) {
      batches.push([id])
      room = MOST_SERIES - Number(series)
      continue
    }
    last.push(id)
    room -= Number(series)
  }
  return batches
}

type Asked = {
  municipalityId: string
  targetSet: string
  /** Ids of the indicators to read; all of them unless given. */
  indicators?: readonly string[] | undefined
  asOf?: Date | undefined
}

/** Reads a set of any size, several indicators at a time and in their order. */
export async function* readInBatches(
  tx: DatabaseTransaction,
  { municipalityId, targetSet, indicators, asOf }: Asked,
): AsyncGenerator<IndicatorSet> {
  for (const batch of await findBatches(tx, municipalityId, targetSet, indicators)) {
    yield getIndicatorSet(tx, municipalityId, targetSet, { indicators: batch, asOf })
  }
}
