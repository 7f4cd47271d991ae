import { type GatheredFinding, gatherFindings, type Reading } from '#modules/findings'
import { filterFindings, findKept } from '#modules/findings.server'
import { indicatorFamily } from '#modules/indicators.server'
import { surveyFamily } from '#modules/surveys.server'
import { strategyFamily } from './family.server.ts'

/** Families whose things a strategy's findings speak of. */
export const knownFamilies = [indicatorFamily, surveyFamily, strategyFamily]

type Asked = {
  families?: readonly string[]
  /** Kinds of subjects of which it is about one at least. */
  kinds?: readonly string[]
  belongsTo?: Readonly<Record<string, string>>
}

/**
 * What is found in a plan: of the newest state of the current one the findings are kept; of another plan or an
 * earlier day the strategy's own rules are asked, since kept findings of the same code are not about it.
 */
export async function readFindings(reading: Reading, asked: Asked): Promise<GatheredFinding[]> {
  const { tx, municipalityId, strategy, asOf } = reading
  if (strategy === undefined && asOf === undefined) return findKept(tx, municipalityId, knownFamilies, asked)
  const { kinds, belongsTo = {} } = asked
  const found = (await gatherFindings(reading, knownFamilies, [strategyFamily])) ?? []
  return filterFindings(found, { belongsTo }).filter(
    ({ subjects }) => kinds === undefined || subjects.some(({ subject }) => kinds.includes(subject.kind)),
  )
}
