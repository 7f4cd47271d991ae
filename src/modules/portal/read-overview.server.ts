import { type FamilyWords, type Reading, weightiest } from '#modules/findings'
import { countByFacet, findFirst, findTally } from '#modules/findings.server'
import { judgeSet } from '#modules/indicators'
import { findWidestGaps, getIndicatorSet, readStanding } from '#modules/indicators.server'
import { findSourceDocuments } from '#modules/sources.server'
import { evaluateStrategy } from '#modules/strategy'
import { readTree } from '#modules/strategy.server'
import { findSurveys } from '#modules/surveys.server'
import { findMisses } from './misses.ts'

/** How many of the widest misses the overview shows, and how many findings. */
const MISSES = 5
const FINDINGS = 3

export type Overview = NonNullable<Awaited<ReturnType<typeof readOverview>>>

/**
 * What the overview of a municipality says: counts that are kept, and nothing read besides what it shows.
 * Undefined while the reader may see no strategy.
 *
 * @param asked the period asked for; another than the rule names is not answered
 */
export async function readOverview(reading: Reading, families: readonly FamilyWords[], asked: string | null) {
  const { tx, municipalityId } = reading
  const tree = await readTree(reading)
  if (!tree) return undefined
  const targetSet = tree.strategy.key
  const standing = await readStanding(tx, { municipalityId, targetSet, period: asked })
  const place = { municipalityId, targetSet, period: standing.asked }
  const gaps = await findWidestGaps(tx, place, MISSES)
  const series = gaps.map(({ seriesId }) => seriesId)
  const missed = await getIndicatorSet(tx, municipalityId, targetSet, { series })
  const findingCounts = await findTally(tx, municipalityId)
  return {
    tree,
    standing,
    evaluation: evaluateStrategy(tree, standing),
    units: missed.units,
    misses: findMisses(judgeSet(missed, standing.asked)),
    findingCounts,
    findingsByGoal: await countByFacet(tx, municipalityId, 'goal'),
    topFindings: await findFirst(tx, municipalityId, families, weightiest(findingCounts, FINDINGS)),
    sources: await findSourceDocuments(tx, municipalityId, targetSet),
    surveys: await findSurveys(tx, municipalityId),
  }
}
