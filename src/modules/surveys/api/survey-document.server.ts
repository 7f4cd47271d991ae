import { z } from 'zod'
import { figuresApi } from '#modules/indicators.server'
import { findMunicipalityNames } from '#modules/registry.server'
import { citedShape } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { type Asked, defineDocument } from '#platform/api/endpoint.ts'
import { Local } from '#platform/api/shapes.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Survey } from '../model.ts'
import { findSurveysOfAll, getSurveyTable } from '../store.server.ts'
import { Percent, PopulationShown } from './shapes.ts'

const facts = {
  id: z
    .string()
    .describe('Slug of the municipality and key of the survey, e.g. `liepaja-strategy-in-practice`.'),
  municipality: z.string().describe('Slug of the municipality.'),
  key: z.string(),
  title: Local,
  question: Local.nullable(),
  period: figuresApi.period,
  answerScale: Local.nullable().describe('Which answers count as positive.'),
  claimedRepresentative: z
    .boolean()
    .nullable()
    .describe('Whether the source calls the respondents representative; null when it does not say.'),
  ...citedShape,
}
export const SurveyListItem = z.object(facts).register(components, { id: 'SurveyListItem' })
export type SurveyListItem = z.infer<typeof SurveyListItem>

const SurveyDocument = z.object({
  ...facts,
  groups: z.array(
    z.object({
      code: z.string(),
      label: Local,
      minors: z.boolean().nullable().describe('Whether they are minors; null when nobody says.'),
      respondents: z
        .int()
        .nullable()
        .describe('How many answered; null when so few that it would tell about single people.'),
      fewerThan: z
        .int()
        .nullable()
        .describe('When the number of respondents is not shown: there are fewer than this.'),
      responseShare: Percent.nullable().describe('Per cent of those invited, as printed.'),
      population: PopulationShown,
      ...citedShape,
    }),
  ),
  items: z.array(
    z.object({
      code: z.string(),
      goal: z.string().nullable(),
      title: Local,
      printedMean: Percent.nullable().describe('Mean over the groups, as the source prints it.'),
      isMeanCovered: z
        .boolean()
        .describe('The source prints a mean; it is not shown, since some part of it is not.'),
      ...citedShape,
    }),
  ),
})

export const surveyDocument = defineDocument({
  path: '/surveys/{id}',
  name: 'Survey',
  operation: 'getSurvey',
  tag: 'surveys',
  title: 'surveys.api.document',
  summary: 'A survey with the groups that were asked and the items they were asked about',
  schema: SurveyDocument,
  find: async (asked) => {
    const found = await findSurvey(asked)
    if (!found) return undefined
    const { groups, items } = await getSurveyTable(asked.tx, found.municipalityId, found.survey.id)
    return {
      ...found.shown,
      groups: groups.map(({ position, ...group }) => ({ ...group, fewerThan: group.fewerThan ?? null })),
      items: items.map(({ position, ...item }) => ({ ...item, isMeanCovered: item.isMeanCovered ?? false })),
    }
  },
})

type ReadSurvey = { municipalityId: string; survey: Survey; shown: SurveyListItem }

/** The survey that a path names: by its public id, by its key as pages do where no other has the same, or by its UUID. */
export async function findSurvey({
  tx,
  path,
}: Pick<Asked<z.ZodRawShape>, 'tx' | 'path'>): Promise<ReadSurvey | undefined> {
  const surveys = await readSurveys(tx)
  const named = surveys.find(({ shown, survey }) => shown.id === path.id || survey.id === path.id)
  const [only, ...others] = surveys.filter(({ survey }) => survey.key === path.id)
  return named ?? (others.length === 0 ? only : undefined)
}

/** Surveys of all municipalities that the reader may see. Three statements. */
export async function readSurveys(tx: DatabaseTransaction): Promise<ReadSurvey[]> {
  const slugOf = await findMunicipalityNames(tx)
  return (await findSurveysOfAll(tx)).map(({ municipalityId, survey }) => {
    const { position, id, ...rest } = survey
    const municipality = slugOf.get(municipalityId) ?? ''
    const shown = { ...rest, id: `${municipality}-${survey.key}`, municipality }
    return { municipalityId, survey, shown }
  })
}
