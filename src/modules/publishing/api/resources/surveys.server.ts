import { z } from 'zod'
import { findStrategies } from '#modules/strategy.server'
import type { Survey } from '#modules/surveys'
import { findSurveysOfAll, getSurveyTable } from '#modules/surveys.server'
import { components } from '#platform/api/components.ts'
import { type Asked, defineDocument, defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { demandKnown } from '../parameters.ts'
import { cited, Local, period } from '../schemas/shared.ts'
import { Percent, PopulationShown } from '../schemas/survey.ts'
import { readSlugs } from './strategies.server.ts'

const facts = {
  id: z
    .string()
    .describe('Slug of the municipality and key of the survey, e.g. `liepaja-strategy-in-practice`.'),
  municipality: z.string().describe('Slug of the municipality.'),
  key: z.string(),
  title: Local,
  question: Local.nullable(),
  period,
  answerScale: Local.nullable().describe('Which answers count as positive.'),
  claimedRepresentative: z
    .boolean()
    .nullable()
    .describe('Whether the source calls the respondents representative; null when it does not say.'),
  ...cited,
}
const SurveyListItem = z.object(facts).register(components, { id: 'SurveyListItem' })
type SurveyListItem = z.infer<typeof SurveyListItem>

export const surveyList = defineList({
  path: '/surveys',
  name: 'SurveyList',
  operation: 'listSurveys',
  tag: 'surveys',
  summary: 'Surveys whose results are published',
  parameters: {
    municipality: z.string().optional().describe('Slug of a municipality.'),
    strategy: z
      .string()
      .optional()
      .describe('Id of a strategy: surveys of its municipality from the years of the strategy.'),
  },
  item: SurveyListItem,
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
  find: async ({ tx, query, complain }) => {
    const surveys = await readSurveys(tx)
    const slugs = [...(await readSlugs(tx)).values()]
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

const SurveyDocument = z.object({
  ...facts,
  groups: z.array(
    z.object({
      code: z.string(),
      label: Local,
      respondents: z.int().describe('How many answered.'),
      responseShare: Percent.nullable().describe('Per cent of those invited, as printed.'),
      population: PopulationShown,
      ...cited,
    }),
  ),
  items: z.array(
    z.object({
      code: z.string(),
      goal: z.string().nullable(),
      title: Local,
      printedMean: Percent.nullable().describe('Mean over the groups, as the source prints it.'),
      ...cited,
    }),
  ),
})

export const surveyDocument = defineDocument({
  path: '/surveys/{id}',
  name: 'Survey',
  operation: 'getSurvey',
  tag: 'surveys',
  summary: 'A survey with the groups that were asked and the items they were asked about',
  schema: SurveyDocument,
  find: async (asked) => {
    const found = await findSurvey(asked)
    if (!found) return undefined
    const { groups, items } = await getSurveyTable(asked.tx, found.municipalityId, found.survey.id)
    return {
      ...found.shown,
      groups: groups.map(({ position, ...group }) => group),
      items: items.map(({ position, ...item }) => item),
    }
  },
})

type ReadSurvey = { municipalityId: string; survey: Survey; shown: SurveyListItem }

/** The survey that a path names, by its public id or its UUID. */
export async function findSurvey({
  tx,
  path,
}: Pick<Asked<z.ZodRawShape>, 'tx' | 'path'>): Promise<ReadSurvey | undefined> {
  const surveys = await readSurveys(tx)
  return surveys.find(({ shown, survey }) => shown.id === path.id || survey.id === path.id)
}

/** Three statements. */
async function readSurveys(tx: DatabaseTransaction): Promise<ReadSurvey[]> {
  const slugOf = await readSlugs(tx)
  return (await findSurveysOfAll(tx)).map(({ municipalityId, survey }) => {
    const { position, id, ...rest } = survey
    const municipality = slugOf.get(municipalityId) ?? ''
    const shown = { ...rest, id: `${municipality}-${survey.key}`, municipality }
    return { municipalityId, survey, shown }
  })
}

function isWithin(surveyed: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }): boolean {
  return surveyed.slice(-4) >= startsOn.slice(0, 4) && surveyed.slice(0, 4) <= endsOn.slice(0, 4)
}
