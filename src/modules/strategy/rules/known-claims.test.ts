import { expect, test } from 'vitest'
import { coverClaims } from '../claim-coverage.ts'
import { type ClaimVerdict, judgeClaim } from '../claims.ts'
import { findStrategyFindings } from './index.ts'
import { asStrategyData, readLiepaja } from './testing.ts'

const data = asStrategyData(await readLiepaja())
const findings = findStrategyFindings(data)
const coverage = coverClaims(data)

const about = (key: string) =>
  findings.filter(({ subjects }) => subjects.some((one) => one.kind === 'claim' && one.key === key))

/** What the tables answer to every claim of the evaluation that they do not confirm, worked out by hand. */
const ANSWERS: Readonly<Record<string, ClaimVerdict>> = {
  // MIKC: 5.05 → 4.5.
  'expelled-2023': 'refuted',
  // 16 December 2021 is later than 22 June 2021.
  'adopted-before-guidelines': 'refuted',
  // Per cent at the beginning, people at the end.
  'inclusion-training': 'unverifiable',
  // The last cell says “all institutions” and no number.
  'inclusive-all': 'unverifiable',
  // Indicator 19 is a share of the budget and not its size.
  budget: 'unverifiable',
  // Indicators 24 and 25 count projects and institutions and not what these are able to do.
  international: 'unverifiable',
  // Deferred 1 and not started 2.
  'actions-not-done': 'partly',
  // 29 → 60.1 → 49.36.
  'interest-education': 'partly',
  // 1 : 10 → 1 : 12 → 1 : 11.
  'support-staff': 'partly',
  // Secondary: 50 → 55 → 51.
  talents: 'partly',
  // 48.5 → 40.4 → 46.4.
  stem: 'partly',
  // 92 → 80 → 91.
  development: 'partly',
  // 1683 → 1862 → 1705.
  lifelong: 'partly',
  // 85 → 70 → 75.
  'higher-education': 'partly',
  // LVT 5.2 → 7 → 6, LJK 21 → 51 → 30.8.
  'expelled-2024': 'partly',
  // 76 and 40: as far apart as for work with talented learners.
  'needs-gap': 'partly',
}

/** Claims that the tables confirm, with the figures that do; the counts and sums of the plan are beside them. */
const CONFIRMED = [
  // 43 → 37 and 73 → 67 are not up.
  'wellbeing',
  // Without preschool STEAM, which has no baseline: 3850 → 4904 → 5501.
  'interest-kept',
  'directions',
  // 106 of 3512 is 3.02 %, 244 of 8643 is 2.82 %.
  'k1-private',
  'k2-private',
  // KP1 55 %, KP2 50 %, KP3 78.6 %, KP4 71.4 %.
  'progress-best',
  'progress-least',
  // Printed means: 86, 81, 80, 71, 75, 80, 71.
  'survey-highest',
  'survey-lowest',
  // Vision: 81, 72, 77, 64, 79, 80.
  'vision-highest',
  'vision-lowest',
  'mission-above-vision',
  // Mission: 86, 83, 75, 71, 79, 80.
  'mission-highest',
  'mission-lowest',
  // Values: 80, 73, 87, 73, 76, 79.
  'values-highest',
  'values-lowest',
  // Excellence: 90, 81, 84, 71, 77, 86, 40; diversity: 84, 84, 79, 72, 73, 72, 50.
  'excellence-department',
  'diversity-department',
  // Cooperation: 84, 83, 80, 72, 76, 76, 90.
  'cooperation-department',
  // Means of heads and department: 78 and 70; KP1 78 and 80; KP2 71 and 50; KP4 83 and 70.
  'needs-overall',
  'needs-kp1',
  'needs-kp2',
  'needs-kp4',
  // Heads: 93, 90, then 83; 65, 69, then 72.
  'needs-heads-highest',
  'needs-heads-lowest',
  // Department: 100, 100, then 90; 40 three times, then 50.
  'needs-department-highest',
  'needs-department-lowest',
]

test.each(data.tree.claims.map(({ key }) => [key, ANSWERS[key] ?? 'confirmed'] as const))(
  '%s: %s',
  (key, verdict) => {
    expect(judgeClaim(about(key), coverage.get(key) ?? 'none')).toBe(verdict)
  },
)

test('every claim that was worked out is there', () => {
  const keys = data.tree.claims.map(({ key }) => key)
  expect(keys).toHaveLength(73)
  expect([...Object.keys(ANSWERS), ...CONFIRMED].filter((key) => !keys.includes(key))).toEqual([])
})
