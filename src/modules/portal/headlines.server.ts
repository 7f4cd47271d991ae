import { startReading } from '#modules/findings'
import { addTallies, type VerdictCounts } from '#modules/indicators'
import { readStanding } from '#modules/indicators.server'
import { countInstitutions } from '#modules/registry.server'
import { countByStatus, type StrategySummary, standingActionsOf } from '#modules/strategy'
import { findCurrentStrategy, findStrategies, readTree } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { findDataVersions } from '#platform/write/data-version.server.ts'

/** What the list of municipalities says of one that has published its strategy. */
export type Headline = {
  strategy: StrategySummary
  /** The one period in which all series are judged; null when there are several. */
  period: string | null
  series: VerdictCounts
  /** Done, of those that stand in the plan. */
  actions: { done: number; total: number }
  indicators: number
  /** Published in the register of institutions as of today. */
  institutions: number
}

type Kept = { version: number; headline: Headline }
const keptOf = new WeakMap<Database, Map<string, Kept>>()

/**
 * What is published, by municipality id, whoever asks. A headline is counted anew only when the data of its
 * municipality have changed, so that a list of all takes two statements however many have published.
 */
export async function findHeadlines(database: Database): Promise<Map<string, Headline>> {
  const kept = keptOf.get(database) ?? new Map<string, Kept>()
  keptOf.set(database, kept)
  return readAs(database, THE_PUBLIC, async (tx) => {
    const versions = await findDataVersions(tx)
    const published = new Set((await findStrategies(tx)).map((strategy) => strategy.municipalityId))
    for (const id of published) {
      const version = versions.get(id) ?? 0
      if (kept.get(id)?.version === version) continue
      const headline = await countHeadline(tx, id)
      if (headline) kept.set(id, { version, headline })
    }
    return new Map([...kept].filter(([id]) => published.has(id)).map(([id, { headline }]) => [id, headline]))
  })
}

async function countHeadline(tx: DatabaseTransaction, municipalityId: string): Promise<Headline | undefined> {
  const strategy = await findCurrentStrategy(tx, municipalityId)
  if (!strategy) return undefined
  const { period, verdicts, promised } = await readStanding(tx, { municipalityId, targetSet: strategy.key })
  const tree = await readTree(startReading(tx, { municipalityId }))
  const actions = countByStatus(tree ? standingActionsOf(tree) : [])
  return {
    strategy,
    period,
    series: addTallies(verdicts),
    actions: { done: actions.byStatus.implemented, total: actions.total },
    indicators: promised.size,
    institutions: await countInstitutions(tx, municipalityId),
  }
}
