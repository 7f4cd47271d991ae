import { type ConformanceRow, row } from '../../../tests/support/conformance.ts'
import { type AttackedCell, attack } from './attacker/attack.ts'
import { checkMicrodata, type MicrodataRecord } from './microdata/check-microdata.ts'
import { createNoiseTable } from './perturbation/noise-table.ts'
import { dominanceShortfall, pPercentShortfall } from './primary/contributions.ts'
import type { PrimaryCell } from './primary/find.ts'
import { surveyItemRule } from './primary/share-rule.ts'
import { countsBehind } from './release/shares.ts'
import { roundAsEurostat } from './rounding/base.ts'
import { roundControlled } from './rounding/controlled.ts'
import type { Solver } from './solver/solver.ts'
import { optimalSuppression } from './suppression/optimal.ts'
import { protect } from './suppression/protect.ts'
import { flatDimension } from './tables/hierarchy.ts'
import { createTable } from './tables/table.ts'
import { published, publishedKey, publishedRelease } from './testing/fixture.ts'
import { fields, fourAnonymous, threeDiverse } from './testing/inpatients.ts'
import { pupilKey, pupilRelease } from './testing/small-tables.ts'

const sdcTable = 'sdcTable, `test-simpleheuristic.R`'
const byR = 'R `optim` on the convex dual'
const byHand = 'by hand'

/** Every known answer that the package must reproduce, digit for digit. */
export const conformance: readonly ConformanceRow<Solver>[] = [
  row(
    'sdcTable 4 × 4, nine cells hidden: w b is between',
    (solver) => ends(attackPublished(solver, published.hidden)),
    '47 47',
    `${sdcTable}: 236 − 189`,
  ),
  row(
    'with x b hidden as well, w b is between',
    (solver) => ends(attackPublished(solver, [...published.hidden, published.added])),
    '0 141',
    `${sdcTable}, \`attack()\``,
  ),
  row('cells added to protect it', (solver) => [protectPublished(solver)], '1', sdcTable),
  row(
    'hidden cells of the optimum: one small cell in 3 × 3',
    (solver) => [lonely(solver)],
    '4',
    `${byHand}: a rectangle`,
  ),
  row(
    'sum of distances, controlled rounding of nine 3s to base 5',
    (solver) => [roundNine(solver)],
    '30',
    `${byHand}: six up, three down, margins`,
  ),
  row(
    'counts behind 71 % of 7, of 300',
    () => [7, 300].flatMap((of) => ends(countsBehind({ share: 0.71, decimals: 0 }, of))),
    '5 5 212 214',
    `${byHand}: 5/7, 70.5 % and 71.5 % of 300`,
  ),
  row(
    '(2, 75 %) dominance of 60 and 30 in 100: short by',
    () => [dominanceShortfall(100, [60, 30], { largest: 2, share: 0.75 })],
    '20.0',
    'Hundepool et al. 2012, table 4.2: 90/0.75 − 100',
  ),
  row(
    '10 % rule, 80 and 15 in 100: short by',
    () => [pPercentShortfall(100, [80, 15], 0.1)],
    '3.0',
    'Hundepool et al. 2012, table 4.2: 8 − 5',
  ),
  row(
    '30 % rule, 52,000 and 50,000 in 110,000: short by',
    () => [pPercentShortfall(110_000, [52_000, 50_000], 0.3)],
    '7600',
    `${byHand}: 15,600 − 8,000`,
  ),
  row('contributors to a sum: 20 and 25 of one, 10 and 10 of others', northAndOthers, '45 10 10', byHand),
  row(
    'of ten respondents, numbers of answers that may be printed',
    () =>
      Array.from({ length: 11 }, (_, yes) => yes).filter((yes) => surveyItemRule(yes, 10, 20) === 'print'),
    '5',
    `${byHand}: five in it and five not in it`,
  ),
  row(
    'twelve patients alike by fours: k and l',
    () => anonymityOf(fourAnonymous),
    '4 1',
    'Machanavajjhala et al. 2007, figure 2',
  ),
  row('coarsened otherwise: k and l', () => anonymityOf(threeDiverse), '4 3', 'the same, figure 3'),
  row(
    '0, 1, 7, 8, 14 and 15 rounded as Eurostat does',
    () => [0, 1, 7, 8, 14, 15].map(roundAsEurostat),
    '0 5 5 10 10 20',
    'rule of 2023: 1–7 → 5, else nearest 10',
  ),
  row(
    'noise up to 2, variance 1, large counts',
    () => noise({ most: 2, variance: 1 }, 2),
    '0.0638271 0.2446915 0.3829628 0.2446915 0.0638271',
    byR,
  ),
  row(
    'noise up to 2, variance 1, count 1: from −1 to 2',
    () => noise({ most: 2, variance: 1 }, 1),
    '0.398065 0.305806 0.194194 0.101935',
    byR,
  ),
  row(
    'noise up to 5, variance 3, no result 1 or 2, count 3: −3, 0 to 5',
    () => noise({ most: 5, variance: 3, smallest: 2 }, 3),
    '0.203986 0.393663 0.247492 0.110568 0.035102 0.007919 0.001269',
    byR,
  ),
  row(
    'noise up to 11, variance 12.1, no result 1 to 3, count 3: −3, 1 to 5',
    () => noise({ most: 11, variance: 12.1, smallest: 3 }, 3).slice(0, 6),
    '0.513530 0.143639 0.103171 0.073738 0.052440 0.037110',
    byR,
  ),
]

function ends({ low, high }: { low: number; high: number }): number[] {
  return [low, high]
}

function attackPublished(solver: Solver, hidden: readonly string[]): AttackedCell {
  const cells = [publishedKey(published.attacked.cell)]
  const [found] = attack(publishedRelease(), { hidden: hidden.map(publishedKey) }, solver, { cells })
  return found as AttackedCell
}

function protectPublished(solver: Solver): number {
  const primary = published.hidden.map((cell): PrimaryCell => {
    return { key: publishedKey(cell), reason: 'threshold', below: 1, above: 1, width: 5 }
  })
  return protect(publishedRelease(), primary, solver).secondary.length
}

function lonely(solver: Solver): number {
  const rows = [
    [3, 20, 30],
    [20, 25, 30],
    [30, 30, 40],
  ]
  const small: PrimaryCell = { key: pupilKey('A1'), reason: 'threshold', below: 1, above: 1, width: 5 }
  return optimalSuppression(pupilRelease(rows), [small], solver)?.hidden.length ?? Number.NaN
}

function roundNine(solver: Solver): number {
  const rows = Array.from({ length: 3 }, () => [3, 3, 3])
  return roundControlled(pupilRelease(rows), 5, solver)?.distance ?? Number.NaN
}

function northAndOthers(): number[] {
  const table = createTable({
    name: 'by grade',
    measure: 'pupils',
    dimensions: [{ name: 'grade', total: flatDimension('all', ['1', '2']) }],
    cells: [
      { at: { grade: '1' }, value: 30, contributors: { north: 20, south: 10 } },
      { at: { grade: '2' }, value: 35, contributors: { north: 25, east: 10 } },
    ],
  })
  return [...(table.cells[0]?.largest ?? [])]
}

function anonymityOf(records: readonly MicrodataRecord[]): number[] {
  const { anonymity, diversity } = checkMicrodata(records, fields)
  return [anonymity, diversity]
}

function noise(parameters: Parameters<typeof createNoiseTable>[0], count: number): number[] {
  return createNoiseTable(parameters).rows[count]?.probabilities ?? []
}
