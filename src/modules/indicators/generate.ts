import type { Random } from '#platform/generate/random.ts'
import { type Generates, invented, type SheetRow, schoolYear, type World } from '#platform/generate/world.ts'
import { CATALOGUE, type Invented } from './generate-catalogue.ts'

/** A figure that is missing now and then, as it happens. */
const MISSING = 0.03
/** By so much of what is left a target asks for better. */
const AIM = 0.35

/** Indicators with figures that go somewhere and stray, baselines and targets; and each institution's learners. */
export const generateIndicators: NonNullable<Generates['sheets']> = (world, random) => {
  const measured = CATALOGUE.map((one, index) => measure(one, index + 1, world, random.fork(one.en)))
  const learners = countLearners(CATALOGUE.length + 1, world, random.fork('learners'))
  return {
    indicators: [...measured.map(({ indicator }) => indicator), learners.indicator],
    methodologies: [...measured.map(({ methodology }) => methodology), learners.methodology],
    series: [...measured.map(({ series }) => series), ...learners.series],
    observations: [...measured.flatMap(({ observations }) => observations), ...learners.observations],
    baselines: measured.map(({ baseline }) => baseline),
    targets: measured.map(({ target }) => target),
    periodRule: [{ period: schoolYear(lastOf(world)), target_year: String(lastOf(world) + 2) }],
  }
}

const lastOf = ({ years }: World) => years.at(-1) ?? 0
const firstOf = ({ years }: World) => years[0] ?? 0

function indicatorRow(code: string, one: Pick<Invented, 'lv' | 'en' | 'unit' | 'direction'>): SheetRow {
  return {
    code,
    position: code,
    title_lv: one.lv,
    title_en: one.en,
    unit: one.unit,
    direction: one.direction,
    value_kind: 'number',
    frequency: 'schoolYear',
    about_persons: 'no',
    rests_on: 'records',
    owner: 'Izglītības pārvalde',
    data_minimum: 'no',
    ...invented,
  }
}

const methodologyRow = (code: string): SheetRow => ({
  indicator: code,
  version: '1',
  text_lv: 'Skaitlis ir izdomāts; reālā pašvaldībā šeit ir aprēķina apraksts.',
  text_en: 'The figure is generated; a real municipality describes here how it is computed.',
  ...invented,
})

function measure(one: Invented, number: number, world: World, random: Random) {
  const code = String(number)
  const decimals = one.unit === 'count' ? 0 : 1
  const scale = 0.85 + 0.3 * random.next()
  const within = (value: number) => Math.min(one.high, Math.max(one.low, value)).toFixed(decimals)
  const start = one.unit === 'count' ? one.level * scale : one.level + 6 * (scale - 1) * (one.level / 20)
  const observations = world.years.map((year, index): SheetRow => {
    const value = start + one.trend * index + one.noise * random.normal()
    const isKnown = index === 0 || index === world.years.length - 1 || random.next() > MISSING
    const figure = { value_kind: 'number', number: within(value), unit: one.unit, methodology: '1' }
    return {
      series: code,
      period: schoolYear(year),
      ...(isKnown ? figure : { missing: 'notReported' }),
      ...invented,
    }
  })
  const best = one.direction === 'up' ? one.high : one.low
  const aim = one.unit === 'percent' ? start + (best - start) * AIM : start * (1 - AIM)
  return {
    indicator: { ...indicatorRow(code, one), goal: `M${one.goal}` },
    methodology: methodologyRow(code),
    series: { key: code, indicator: code, position: code },
    observations,
    baseline: { series: code, period: schoolYear(firstOf(world)), recomputed: 'no' },
    target: {
      series: code,
      target_year: String(lastOf(world) + 2),
      kind: 'absolute',
      value: within(aim),
      unit: one.unit,
      ...invented,
    },
  }
}

/** How many learn at each institution, year by year; together about as many as there are pupils. */
function countLearners(number: number, world: World, random: Random) {
  const code = String(number)
  const institutions = world.rows.institutions ?? []
  const mean = world.pupils / Math.max(1, institutions.length)
  const series = institutions.map(
    ({ key = '' }, index): SheetRow => ({
      key: `${code}/${key}`,
      indicator: code,
      position: String(index + 1),
      institution: key,
    }),
  )
  const observations = series.flatMap(({ key = '' }) => {
    let learners = Math.max(12, mean * (0.5 + random.next()))
    return world.years.map((year): SheetRow => {
      learners = Math.max(12, learners * (1 + 0.03 * random.normal() - 0.004))
      const figure = { value_kind: 'number', number: String(Math.round(learners)), unit: 'count' }
      return { series: key, period: schoolYear(year), ...figure, methodology: '1', ...invented }
    })
  })
  const about = { lv: 'Izglītojamie iestādē', en: 'Learners at the institution', unit: 'count' } as const
  return {
    indicator: indicatorRow(code, { ...about, direction: 'up' }),
    methodology: methodologyRow(code),
    series,
    observations,
  }
}
