import type { SourceDocument } from '#modules/sources'
import { isFigure } from './figures.ts'
import type { Indicator, IndicatorSet, Observation, PeriodRule } from './model.ts'
import type { MethodologyState, Retirement } from './questions.ts'
import { hasResults, methodologyState, retirementOf } from './questions.ts'

/** An indicator without its figures, with what a whole set is asked about them. */
export type IndicatorOutline = Pick<
  Indicator,
  'id' | 'code' | 'title' | 'unit' | 'frequency' | 'aboutPersons' | 'owner' | 'isPromised'
> & {
  hasResults: boolean
  /** Whether a result is a count without the share that it is. */
  hasBareCounts: boolean
  /** What is said of it besides its figures. */
  states: Stated
  /** Periods, in order, for which it is said why there is no result. */
  explainedGaps: string[]
  retirement: Retirement | null
  methodology: MethodologyState
}

/** Whether there is a good direction, a baseline (also one that says why it has no value), and a target for any year. */
export type Stated = { direction: boolean; baseline: boolean; target: boolean }

/** How many figures an indicator has for a period from one document, baselines apart. */
export type FigureCount = { indicatorId: string; period: string; source: string | null; figures: number }

/** A whole set without its figures: small enough to be read whenever one of them changes. */
export type SetOutline = {
  key: string
  periodRule: PeriodRule
  sources: SourceDocument[]
  indicators: IndicatorOutline[]
  figures: FigureCount[]
}

/** What the outline of a set is. The store reads the same without reading the figures. */
export function outlineOf({ key, periodRule, sources, indicators }: IndicatorSet): SetOutline {
  return {
    key,
    periodRule,
    sources,
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      code: indicator.code,
      title: indicator.title,
      unit: indicator.unit,
      frequency: indicator.frequency,
      aboutPersons: indicator.aboutPersons,
      owner: indicator.owner,
      isPromised: indicator.isPromised,
      hasResults: hasResults(indicator),
      hasBareCounts: indicator.series.some(({ results }) => results.some(isBareCount)),
      states: {
        direction: indicator.direction !== 'none',
        baseline: indicator.series.some(({ baseline }) => baseline !== null),
        target: indicator.series.some(({ targets }) => targets.some(({ kind }) => kind !== 'none')),
      },
      explainedGaps: explainedGapsOf(indicator),
      retirement: retirementOf(indicator),
      methodology: methodologyState(indicator),
    })),
    figures: indicators.flatMap(countFigures),
  }
}

const isBareCount = ({ value }: Observation): boolean =>
  value.kind === 'number' && value.unit === 'count' && value.share === undefined

function explainedGapsOf({ series }: Indicator): string[] {
  const missing = series.flatMap(({ results }) => results.filter(({ value }) => value.kind === 'missing'))
  return [...new Set(missing.map(({ period }) => period))].sort()
}

function countFigures({ id, series }: Indicator): FigureCount[] {
  const figures = series.flatMap(({ results }) => results.filter(isFigure))
  const groups = Map.groupBy(figures, ({ period, source }) => JSON.stringify([period, source]))
  return [...groups.values()].flatMap((group) =>
    group[0]
      ? [{ indicatorId: id, period: group[0].period, source: group[0].source, figures: group.length }]
      : [],
  )
}
