import { z } from 'zod'
import { findMunicipalityNames } from '#modules/registry.server'
import { findSourceTitles } from '#modules/sources.server'
import { findStrategies } from '#modules/strategy.server'
import { surveyAddress } from '#modules/surveys'
import { readSurveys, type SurveyListItem, surveyListItem } from '#modules/surveys.server'
import { defineList } from '#platform/api/endpoint.ts'
import { demandKnown } from '#platform/api/parameters.ts'
import { tableOf } from '#platform/api/table.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'

export const surveyList = defineList({
  path: '/surveys',
  name: 'SurveyList',
  operation: 'listSurveys',
  tag: 'surveys',
  title: 'portal.api.surveys',
  summary: 'Surveys whose results are published',
  parameters: {
    municipality: z.string().optional().describe('Slug of a municipality.'),
    strategy: z
      .string()
      .optional()
      .describe('Id of a strategy: surveys of its municipality from the years of the strategy.'),
  },
  item: surveyListItem,
  keyOf: (survey) => survey.id,
  table: tableOf((survey: SurveyListItem) => [survey], {
    id: (row) => row.id,
    municipality: (row) => row.municipality,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    question_lv: (row) => row.question?.lv,
    question_en: (row) => row.question?.en,
    period: (row) => row.period,
    answer_scale_lv: (row) => row.answerScale?.lv,
    answer_scale_en: (row) => row.answerScale?.en,
    claimed_representative: (row) => row.claimedRepresentative,
    source: (row) => row.source,
    locator: (row) => row.locator,
  }),
  file: async ({ tx }) => ({
    titleOf: await surveySourceTitles(tx),
    pageOf: ({ municipality, key }: SurveyListItem) => `/${municipality}${surveyAddress(key)}`,
  }),
  find: async ({ tx, query, complain }) => {
    const surveys = await readSurveys(tx)
    const slugs = [...(await findMunicipalityNames(tx)).values()]
    if (query.municipality !== undefined && !slugs.includes(query.municipality)) {
      complain('municipality', 'must be the slug of a municipality, such as liepaja')
    }
    const strategies = await findStrategies(tx)
    const keys = strategies.map(({ key }) => key)
    demandKnown(complain, 'strategy', query.strategy, keys)
    const strategy = strategies.find(({ key }) => key === query.strategy)
    const items = surveys
      .filter(({ shown }) => query.municipality === undefined || shown.municipality === query.municipality)
      .filter(
        ({ municipalityId, survey }) =>
          strategy === undefined ||
          (strategy.municipalityId === municipalityId && isWithin(survey.period, strategy.period)),
      )
      .map(({ shown }) => shown)
    return { asOf: null, items }
  },
})

function isWithin(surveyed: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }): boolean {
  return surveyed.slice(-4) >= startsOn.slice(0, 4) && surveyed.slice(0, 4) <= endsOn.slice(0, 4)
}

/** What the documents of surveys are called: a key means another one in another municipality. */
async function surveySourceTitles(tx: DatabaseTransaction) {
  const titles = new Map<string, ReadonlyMap<string, LocalText>>()
  for (const { municipalityId, shown } of await readSurveys(tx)) {
    if (!titles.has(shown.municipality))
      titles.set(shown.municipality, await findSourceTitles(tx, municipalityId))
  }
  return ({ municipality, source }: SurveyListItem) => titles.get(municipality)?.get(source ?? '')
}
