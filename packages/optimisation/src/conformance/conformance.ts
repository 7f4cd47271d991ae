import { type ConformanceRow, row } from '../../../../tests/support/conformance.ts'
import { entriesFromBirths } from '../forecast/entries.ts'
import { forecastEnrolment } from '../forecast/forecast.ts'
import { survivalTable } from '../forecast/survival.ts'
import { findConflict } from '../network/exact/find-conflict.ts'
import { solveNetwork } from '../network/exact/solve-network.ts'
import type { Solver } from '../network/exact/solver.ts'
import type { NetworkProblem } from '../network/model/problem.ts'
import { previewPlan } from '../network/preview/preview.ts'
import { exampleEntries, exampleHistory } from '../testing/example-history.ts'
import { pMedianProblem, smallWarehouseProblem, warehouseProblem } from './published-instances.ts'

const byHand = 'worked example, by hand'
const inR = 'R 4.2.2, reference/reference.R'
const beasley = 'OR-Library, Beasley; solved to a gap of 0'
const ratios = (method: 'mean' | 'pooled') =>
  survivalTable(exampleHistory, 5, method).steps.map(({ ratio }) => ratio)
const withGap = { ...exampleHistory, pupils: exampleHistory.pupils.with(2, [120, 99, Number.NaN]) }
const entries = () => {
  const past = [
    { births: 100, entered: 90 },
    { births: 50, entered: 40 },
  ]
  const [{ pupils = 0, standardDeviation = 0, sharedDeviation = 0 } = {}] = entriesFromBirths(past, [80])
  return [pupils, standardDeviation, sharedDeviation]
}
const total2024 = () => {
  const { low = 0, high = 0 } =
    forecastEnrolment(exampleHistory, exampleEntries).years[0]?.total.interval80 ?? {}
  return [low, high]
}
const forecast = (year: number) => () =>
  forecastEnrolment(exampleHistory, exampleEntries).years[year]?.grades.map(({ pupils }) => pupils) ?? []
/** Solved once, for the test of the number and for the table. */
const optimum = (problem: NetworkProblem) => {
  let found: number[] | undefined
  return (solver: Solver) => {
    if (found) return found
    const { status, plan, bound } = solveNetwork(problem, solver, { gap: 0, seconds: 60 })
    found = status === 'proven' && plan ? [plan.cost, bound] : []
    return found
  }
}
/** The plan's cost when it is proven to be within a hundredth, without a solver. */
const quick = (problem: NetworkProblem) => () => {
  const { plan, gap } = previewPlan(problem)
  return plan && gap <= 0.01 ? [plan.cost] : []
}
const blamedInCap41 = (solver: Solver) => {
  const rules = findConflict(warehouseProblem('cap41', true), solver)?.rules ?? []
  const named = (name: string) => rules.filter(({ rule }) => rule === name).length
  return [rules.length, named('capacity'), named('keptWhole')]
}

/** Published costs; customers may be split. */
const warehouses = [
  ['cap41', '1040444.375'],
  ['cap42', '1098000.450'],
  ['cap43', '1153000.450'],
  ['cap44', '1235500.450'],
  ['cap51', '1025208.225'],
  ['cap61', '932615.750'],
  ['cap62', '977799.400'],
  ['cap63', '1014062.050'],
  ['cap64', '1045650.250'],
  ['cap71', '932615.750'],
  ['cap72', '977799.400'],
  ['cap73', '1010641.450'],
  ['cap74', '1034976.975'],
] as const

/** All known answers, in the order of the README. */
export const conformance: readonly ConformanceRow<Solver>[] = [
  row('survival K→1, 1→2, mean of ratios', () => ratios('mean'), '0.9250000 0.9678363', byHand),
  row('survival K→1, 1→2, pooled', () => ratios('pooled'), '0.9238095 0.9675676', byHand),
  row(
    'survival K→1, 1→2, grade 2 of 2023 not known',
    () => survivalTable(withGap, 5).steps.map(({ ratio }) => ratio),
    '0.9250000 0.9777778',
    inR,
  ),
  row('entries of 80 births: pupils, deviation, its shared part', entries, '68.00000 6.78233 4.00000', inR),
  row('forecast 2024, grades K 1 2', forecast(0), '125 111.00 95.81579', byHand),
  row('forecast 2025', forecast(1), '130 115.625 107.42982', byHand),
  row('forecast 2026', forecast(2), '128 120.25 111.90607', byHand),
  row('80 % interval of all pupils of 2024', total2024, '310.4000404 353.2315385', inR),
  row('p-median pmed1: plan, bound', optimum(pMedianProblem('pmed1')), '5819 5819', beasley),
  row('p-median pmed2: plan, bound', optimum(pMedianProblem('pmed2')), '4093 4093', beasley),
  row('p-median pmed3: plan, bound', optimum(pMedianProblem('pmed3')), '4250 4250', beasley),
  row('p-median pmed4: plan, bound', optimum(pMedianProblem('pmed4')), '3034 3034', beasley),
  row('p-median pmed5: plan, bound', optimum(pMedianProblem('pmed5')), '1355 1355', beasley),
  row(
    'p-median pmed6: plan, quickly proven within 1 %',
    quick(pMedianProblem('pmed6')),
    '7824',
    'OR-Library, Beasley; the bench proves it to a gap of 0',
  ),
  ...warehouses.map(([name, cost]) =>
    row(`warehouses ${name}`, optimum(warehouseProblem(name, false)), `${cost} ${cost}`, beasley),
  ),
  row(
    'CSPLib 034, whole stores',
    optimum(smallWarehouseProblem()),
    '383 383',
    'CSPLib problem 034; solved to a gap of 0',
  ),
  row(
    'cap41 with whole customers is infeasible: rules blamed, capacities, customers kept whole',
    blamedInCap41,
    '17 16 1',
    'a customer of 12,912 against 16 capacities of 5,000',
  ),
]
