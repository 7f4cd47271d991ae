import { linkSubjects, startReading } from '#modules/findings'
import { indicatorFamily, readStanding } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { checkClaims, claimSubjects } from '../claims.ts'
import { readClaimData } from '../current-strategy.server.ts'
import { evaluateStrategy } from '../evaluation.ts'
import { knownFamilies, readFindings } from '../read-findings.server.ts'

/**
 * What is worked out from a plan, as everybody sees it: which plan is the current one, how far its actions have
 * come, how its figures are judged, what its documents claim, and what is noted about all that.
 */
export type PlanEffects = Awaited<ReturnType<typeof readEffects>>

export async function readEffects(
  tx: DatabaseTransaction,
  { municipalityId, plan }: { municipalityId: string; plan: string | undefined },
) {
  const reading = startReading(tx, { municipalityId, strategy: plan })
  const data = await readClaimData(reading)
  if (!data) return null
  const { strategy } = data.tree
  const standing = await readStanding(tx, { municipalityId, targetSet: strategy.key })
  const { actions, series } = evaluateStrategy(data.tree, standing)
  const findings = await readFindings(reading, { families: [indicatorFamily.name, 'strategy'] })
  const linkOf = await linkSubjects(reading, knownFamilies, claimSubjects(data))
  const ofClaims = await readFindings(reading, { kinds: ['claim'] })
  return {
    current: { key: strategy.key, title: strategy.title },
    actions,
    series,
    claims: checkClaims(data, ofClaims, linkOf).map(({ claim, verdict, isCovered, findings: because }) => ({
      key: claim.key,
      text: claim.text,
      verdict,
      isCovered,
      because: because.map(({ explanation }) => explanation),
    })),
    findings: findings.map(({ explanation }) => explanation),
  }
}
