import {
  cellKey,
  createTable,
  flatDimension,
  linkTables,
  protect,
  type Relation,
  type Solver,
} from '@izaugsme/disclosure'
import type { DisclosureRules } from '#modules/registry'
import type { Indicator, Observation, Series } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { institutionTotalsOf, type Total, totalsOf } from '../totals.ts'
import { isAboutPeople, type PeopleCount, tellingOf } from './tells.ts'

/** A figure by the series and the period it belongs to. */
export type Place = { seriesId: string; period: string }

type Figure = { series: Series; isTelling: boolean; counts: PeopleCount[] }

/** A count of people in a release: of one series and one part of its figure. */
type Cell = PeopleCount & { key: string; seriesId: string }

/** A sum that everybody can see: a whole, its parts, and what no series names. */
type Sum = { whole: Cell; parts: Cell[]; rest: number }

const MEASURE = 'people'

/**
 * The figures of an indicator that may not be shown: those that tell too much by themselves, and those from which
 * such a count could be computed as the sum of others. Figures of one period are one release.
 *
 * @param indicator with all of its series, unprotected
 */
export function examine(indicator: Indicator, rules: DisclosureRules, solver: Solver): Place[] {
  if (!isAboutPeople(indicator)) return []
  const totals = [...totalsOf(indicator), ...institutionTotalsOf(indicator)]
  const byPeriod = Map.groupBy(
    indicator.series.flatMap((series) =>
      observationsOf(series).map((observation) => ({ series, observation })),
    ),
    ({ observation }) => observation.period,
  )
  return [...byPeriod].flatMap(([period, some]) => {
    const figures = some.map(({ series, observation }) => figureOf(indicator, series, observation, rules))
    const covered = coverPeriod(figures, totals, rules, solver)
    return [...covered].map((seriesId) => ({ seriesId, period }))
  })
}

const figureOf = (
  indicator: Indicator,
  series: Series,
  observation: Observation,
  rules: DisclosureRules,
): Figure => ({ series, ...tellingOf(indicator, observation, rules) })

/** Ids of the series whose figure of the period is covered. */
function coverPeriod(
  figures: readonly Figure[],
  totals: readonly Total[],
  rules: DisclosureRules,
  solver: Solver,
): Set<string> {
  const covered = new Set(figures.flatMap(({ series, isTelling }) => (isTelling ? series.id : [])))
  if (covered.size === 0) return covered
  const cells = new Map(
    figures.flatMap(({ series, counts }) =>
      counts.map((count): [string, Cell] => {
        const key = `${series.id} ${count.part}`
        return [key, { ...count, key, seriesId: series.id }]
      }),
    ),
  )
  const sums = sumsAround(
    totals.flatMap((total) => sumsOf(total, cells)),
    [...cells.values()].filter(({ isTelling }) => isTelling).map(({ key }) => key),
  )
  for (const seriesId of coverSums(sums, rules.count.leastCount, solver)) covered.add(seriesId)
  return covered
}

/** The sums that a whole and its parts make, part by part of their figures; none where the parts exceed the whole. */
function sumsOf({ total, parts }: Total, cells: ReadonlyMap<string, Cell>): Sum[] {
  return [...cells.values()].flatMap((whole) => {
    if (whole.seriesId !== total.id) return []
    const some = parts.flatMap(({ id }) => cells.get(`${id} ${whole.part}`) ?? [])
    const rest = whole.count - some.reduce((sum, { count }) => sum + count, 0)
    return some.length === 0 || rest < 0 ? [] : [{ whole, parts: some, rest }]
  })
}

/** Of some sums those that hang together with certain cells, by whatever way. */
function sumsAround(sums: readonly Sum[], keys: readonly string[]): Sum[] {
  const sumsOfCell = Map.groupBy(
    sums.flatMap((sum) => [sum.whole, ...sum.parts].map(({ key }) => ({ key, sum }))),
    ({ key }) => key,
  )
  const reached = new Set<Sum>()
  const waiting = [...keys]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const { sum } of sumsOfCell.get(key) ?? []) {
      if (reached.has(sum)) continue
      reached.add(sum)
      waiting.push(...[sum.whole, ...sum.parts].map((cell) => cell.key))
    }
  }
  return [...reached]
}

/** Ids of the series that must be covered so that no sum tells a count that may not be known. */
function coverSums(sums: readonly Sum[], leastCount: number, solver: Solver): Set<string> {
  const cells = new Map(sums.flatMap(({ whole, parts }) => [whole, ...parts].map((cell) => [cell.key, cell])))
  if (cells.size === 0) return new Set()
  const rests = sums.flatMap(({ rest }, index) => (rest === 0 ? [] : [{ code: `rest ${index}`, rest }]))
  const given = [
    ...[...cells.values()].map(({ key, count }) => ({ code: key, value: count })),
    ...rests.map(({ code, rest }) => ({ code, value: rest })),
  ]
  const table = createTable({
    name: 'figures',
    measure: MEASURE,
    dimensions: [
      {
        name: 'figure',
        total: flatDimension(
          'all',
          given.map(({ code }) => code),
        ),
      },
    ],
    cells: given.map(({ code, value }) => ({ at: { figure: code }, value })),
  })
  const address = (code: string) => ({ measure: MEASURE, at: { figure: code } })
  const keyOf = (code: string) => cellKey(address(code))
  const release = linkTables({
    measures: {
      [MEASURE]: { aboutPersons: true, whole: given.every(({ value }) => Number.isInteger(value)) },
    },
    tables: [table],
    relations: sums.map(({ whole, parts, rest }, index): Relation => {
      const terms = [
        { cell: address(whole.key), coefficient: 1 },
        ...parts.map(({ key }) => ({ cell: address(key), coefficient: -1 })),
        ...(rest === 0 ? [] : [{ cell: address(`rest ${index}`), coefficient: -1 }]),
      ]
      return { terms, equals: 0 }
    }),
    // What no series names is never printed, nor is the sum of everything.
    unprinted: [MEASURE, ...rests.map(({ code }) => keyOf(code))],
  })
  const primary = [...cells.values()]
    .filter(({ isTelling }) => isTelling)
    .map(({ key, count }) => ({
      key: keyOf(key),
      reason: 'threshold' as const,
      below: Math.min(1, count),
      above: 1,
      width: leastCount,
    }))
  const { isSafe, hidden } = protect(release, primary, solver)
  const all = new Set([...cells.values()].map(({ seriesId }) => seriesId))
  if (!isSafe) return all
  const hiddenKeys = new Set(hidden)
  return new Set(
    [...cells.values()].flatMap(({ key, seriesId }) => (hiddenKeys.has(keyOf(key)) ? seriesId : [])),
  )
}
