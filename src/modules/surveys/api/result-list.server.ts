import { z } from 'zod'
import { figuresApi, findEvidenceCells, selectCurrentTargetSet } from '#modules/indicators.server'
import { citedShape, findSourceTitles } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { Local, revised } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { COVERED } from '#platform/covered.ts'
import { findLastChange } from '#platform/write/data-version.server.ts'
import { estimateResult, INTERVAL_METHODS } from '../estimate.ts'
import { MISSING_ANSWERS } from '../missing.ts'
import type { SurveyGroup, SurveyItem, SurveyResult } from '../model.ts'
import { getSurveyTable } from '../store.server.ts'
import { surveyAddress } from '../subjects.ts'
import { PopulationShown } from './shapes.ts'
import { findSurvey } from './survey-document.server.ts'

const LEVEL = 0.95

const Result = z
  .object({
    survey: z.string().describe('Key of the survey.'),
    group: z.string(),
    groupLabel: Local,
    item: z.string(),
    itemTitle: Local,
    goal: z.string().nullable(),
    n: z
      .int()
      .nullable()
      .describe('How many of the group answered; null when so few that it would tell about single people.'),
    population: PopulationShown,
    share: z.number().nullable().describe('Per cent of positive answers, as printed; null when missing.'),
    unit: z.literal('percent'),
    decimals: z.int().describe('How many decimals the source prints.'),
    missing: z.enum(MISSING_ANSWERS).nullable().describe('Why there is no share.'),
    series: z
      .string()
      .nullable()
      .describe('Key of the series of the current plan whose figure of this period it is.'),
    isCovered: z
      .boolean()
      .describe('The source prints a share; it is not shown, since it would tell about single people.'),
    interval: z
      .object({
        low: z.number(),
        high: z.number(),
        method: z.enum(INTERVAL_METHODS.map(({ method }) => method)),
        level: z.literal(LEVEL),
      })
      .nullable()
      .describe(
        'What the share says about everybody in the group, in per cent, if those who did not answer are like those who did.',
      ),
    ...revised,
    ...citedShape,
  })
  .register(components, { id: 'SurveyResult' })
type Result = z.infer<typeof Result>

export const surveyResultList = defineList({
  path: '/surveys/{id}/results',
  name: 'SurveyResultList',
  operation: 'listSurveyResults',
  tag: 'surveys',
  title: 'surveys.api.results',
  summary: 'Results of a survey by item and group, with their uncertainty',
  parameters: figuresApi.figureParameters,
  item: Result,
  more: { survey: z.string(), period: figuresApi.period },
  keyOf: ({ item, group }) => `${item} ${group}`,
  table: tableOf((result: Result) => [result], {
    // As `survey-results.csv` is read; what follows is computed, and ignored when it is loaded.
    survey: (row) => row.survey,
    group: (row) => row.group,
    item: (row) => row.item,
    share: (row) => (row.isCovered ? COVERED : row.share),
    decimals: (row) => row.decimals,
    missing: (row) => row.missing,
    series: (row) => row.series,
    source: (row) => row.source,
    locator: (row) => row.locator,
    group_lv: (row) => row.groupLabel.lv,
    group_en: (row) => row.groupLabel.en,
    item_lv: (row) => row.itemTitle.lv,
    item_en: (row) => row.itemTitle.en,
    goal: (row) => row.goal,
    n: (row) => row.n ?? COVERED,
    population_kind: (row) => row.population.kind,
    population_best: ({ population }) => ('best' in population ? population.best : null),
    population_low: ({ population }) => ('best' in population ? population.low : null),
    population_high: ({ population }) => ('best' in population ? population.high : null),
    unit: (row) => row.unit,
    interval_low: (row) => row.interval?.low,
    interval_high: (row) => row.interval?.high,
    interval_method: (row) => row.interval?.method,
    interval_level: (row) => row.interval?.level,
    revision: (row) => row.revision,
    recorded_at: (row) => row.recordedAt,
  }),
  file: async (asked) => {
    const found = await findSurvey(asked)
    if (!found) return {}
    const { municipalityId, survey, shown } = found
    return {
      sources: await findSourceTitles(asked.tx, municipalityId),
      pageOf: () => `/${shown.municipality}${surveyAddress(survey.key)}`,
    }
  },
  find: async (asked) => {
    const { tx, query } = asked
    const found = await findSurvey(asked)
    if (!found) return undefined
    const { municipalityId, survey, shown } = found
    const asOf = query.asOf === undefined ? undefined : new Date(query.asOf)
    const state = asOf ?? (await findLastChange(tx, municipalityId)) ?? null
    const { groups, items, results } = await getSurveyTable(tx, municipalityId, survey.id, { asOf })
    const cells = new Map(results.map((result) => [`${result.item} ${result.group}`, result]))
    const plan = selectCurrentTargetSet(tx, municipalityId)
    const evidence = (await findEvidenceCells(tx, municipalityId, plan)).filter(
      (cell) => cell.survey === survey.key,
    )
    const seriesOf = new Map(evidence.map((cell) => [`${cell.item} ${cell.group}`, cell.series]))
    return {
      survey: shown.id,
      period: survey.period,
      asOf: state,
      items: items.flatMap((item) =>
        groups.flatMap((group) => {
          const place = `${item.code} ${group.code}`
          const result = cells.get(place)
          return result
            ? { ...showResult(survey.key, group, item, result), series: seriesOf.get(place) ?? null }
            : []
        }),
      ),
    }
  },
})

function showResult(
  survey: string,
  group: SurveyGroup,
  item: SurveyItem,
  result: SurveyResult,
): Omit<Result, 'series'> {
  const { share, decimals, missing, revision, recordedAt, source, locator } = result
  const estimate = estimateResult(group, result)
  return {
    survey,
    group: group.code,
    groupLabel: group.label,
    item: item.code,
    itemTitle: item.title,
    goal: item.goal,
    n: group.respondents,
    population: group.population,
    share,
    unit: 'percent',
    decimals,
    missing,
    isCovered: result.isCovered ?? false,
    interval: estimate && {
      low: inPercent(estimate.low),
      high: inPercent(estimate.high),
      method: estimate.method,
      level: LEVEL,
    },
    revision,
    recordedAt: recordedAt.toISOString(),
    source,
    locator,
  }
}

/** Without the noise of binary fractions; far finer than anything a survey can say. */
const inPercent = (share: number) => Number((100 * share).toFixed(4))
