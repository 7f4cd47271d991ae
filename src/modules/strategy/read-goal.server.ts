import { linkSubjects, type Reading, SEVERITIES } from '#modules/findings'
import { countKept, findKept } from '#modules/findings.server'
import { commonTime, judgeSet } from '#modules/indicators'
import { getIndicatorSet, readIndicatorNames, readJudged, readStanding } from '#modules/indicators.server'
import { findSourceDocuments } from '#modules/sources.server'
import { checkClaims, claimSubjects } from './claims.ts'
import { readClaimData, readTree } from './current-strategy.server.ts'
import { evaluateStrategy } from './evaluation.ts'
import { claimsOf, programmesOf } from './goal-page.ts'
import { goalReader } from './goal-reader.server.ts'
import { knownFamilies, readFindings } from './read-findings.server.ts'

/** How many results a goal's page shows, and how many findings; the others are in their lists. */
const RESULTS = 60
const FINDINGS = 5

export type GoalPage = NonNullable<Awaited<ReturnType<typeof readGoal>>>

/** One goal with all that hangs on it; undefined when there is no such plan, or no such goal in it. */
export async function readGoal(reading: Reading, asked: string) {
  const { tx, municipalityId, asOf } = reading
  const tree = await readTree(reading)
  const place = tree?.goals.findIndex(({ code }) => code.toLowerCase() === asked.toLowerCase()) ?? -1
  const goal = tree?.goals[place]
  if (!tree || !goal) return undefined
  const targetSet = tree.strategy.key
  const standing = await readStanding(tx, { municipalityId, targetSet, asOf })
  const indicators = [...tree.goalOfIndicator].flatMap(([id, code]) => (code === goal.code ? id : []))
  const judged = { municipalityId, targetSet, period: null, periodRule: standing.periodRule, asOf }
  const found = indicators.length > 0 ? await readJudged(tx, judged, { indicators }) : []
  const set = await getIndicatorSet(tx, municipalityId, targetSet, {
    series: found.slice(0, RESULTS).map(({ seriesId }) => seriesId),
    asOf,
  })
  const { goals } = evaluateStrategy(tree, standing)
  return {
    tree,
    goal,
    previous: tree.goals[place - 1],
    next: tree.goals[place + 1],
    counts: goals[place],
    units: set.units,
    time: commonTime(standing.periodRule, standing.period),
    results: judgeSet(set, null),
    found: found.length,
    programmes: programmesOf(goal, tree.programmes),
    findings: await readFindingsOf(reading, goal.code),
    claims: await readClaimsOf(reading, goal.code),
    surveys: await goalReader.findSurveys(reading, goal.code),
    sources: await findSourceDocuments(tx, municipalityId, targetSet),
  }
}

/** The weightiest findings about a goal and how many there are of each weight: of the current plan in its newest state. */
async function readFindingsOf(reading: Reading, goal: string) {
  const { tx, municipalityId, strategy, asOf } = reading
  if (strategy !== undefined || asOf !== undefined) return undefined
  const belongsTo = { goal }
  const rules = await countKept(tx, municipalityId, { belongsTo })
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: rules.filter((one) => one.severity === severity).reduce((sum, { count }) => sum + count, 0),
  })).filter(({ count }) => count > 0)
  const [weightiest] = counts
  return {
    counts,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    first: weightiest
      ? await findKept(
          tx,
          municipalityId,
          knownFamilies,
          { belongsTo, severity: weightiest.severity },
          { from: 0, most: FINDINGS },
        )
      : [],
  }
}

async function readClaimsOf(reading: Reading, goal: string) {
  const data = await readClaimData(reading)
  if (!data || data.tree.claims.length === 0) return []
  const findings = await readFindings(reading, { kinds: ['claim'] })
  const linkOf = await linkSubjects(reading, knownFamilies, claimSubjects(data))
  const names = await readIndicatorNames(reading)
  const idOfIndicator = new Map(names.map(({ id, code }) => [code, id]))
  const { goalOfIndicator } = data.tree
  return claimsOf(goal, checkClaims(data, findings, linkOf), { goalOfIndicator, idOfIndicator })
}
