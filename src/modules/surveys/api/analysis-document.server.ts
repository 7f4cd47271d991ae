import { z } from 'zod'
import { defineDocument } from '#platform/api/endpoint.ts'
import { findGaps } from '../gaps.ts'
import { meansOfGroups, meansOfItems, meansOfScopes } from '../means.ts'
import type { SurveyTable } from '../model.ts'
import { getSurveyTable } from '../store.server.ts'
import { findSurvey } from './survey-document.server.ts'

const percent = z.number().describe('Per cent.')
const isCovered = z
  .boolean()
  .describe('The source prints it; it is not shown, since it would tell about single people.')
const Means = z
  .object({
    groups: z.array(z.string()),
    unweighted: percent,
    byRespondents: percent,
    byPopulation: z.object({ percent, withoutGroups: z.array(z.string()) }).nullable(),
  })
  .nullable()
  .describe('The same mean in three ways; null when no group has a share.')
const Side = z.object({ group: z.string(), percent })

const Analysis = z.object({
  survey: z.string(),
  means: z.object({
    printed: z
      .array(
        z.object({
          group: z.string(),
          scope: z.string(),
          percent: percent.nullable(),
          decimals: z.int(),
          isCovered,
        }),
      )
      .describe('As the source prints them.'),
    ofItems: z.array(z.object({ item: z.string(), means: Means })),
    ofGroups: z.array(
      z.object({
        group: z.string(),
        scope: z.string().describe('`all`, or the code of a goal.'),
        percent,
        items: z.array(z.string()),
        withoutItems: z.array(z.string()),
      }),
    ),
    ofScopes: z.array(z.object({ scope: z.string(), means: Means })),
  }),
  gaps: z
    .array(
      z.object({
        item: z.string(),
        first: Side,
        second: Side,
        points: z.number(),
        lowPoints: z.number(),
        highPoints: z.number(),
        p: z.number(),
        adjustedP: z.number().describe('After Holm’s adjustment for all pairs compared.'),
        comparisons: z.int(),
        verdict: z.enum(['certain', 'uncertain', 'tooSmall']),
        onePersonPoints: z.number(),
      }),
    )
    .describe('Every pair of groups that answered the same item, the widest gap first.'),
})

export const surveyAnalysis = defineDocument({
  path: '/surveys/{id}/analysis',
  name: 'SurveyAnalysis',
  operation: 'getSurveyAnalysis',
  tag: 'surveys',
  title: 'surveys.api.analysis',
  summary: 'What is computed from the results of a survey: means and gaps between groups',
  schema: Analysis,
  find: async (asked) => {
    const found = await findSurvey(asked)
    if (!found) return undefined
    return analyse(await getSurveyTable(asked.tx, found.municipalityId, found.survey.id))
  },
})

/** Means and gaps of a survey. */
export const analyse = (table: SurveyTable): z.infer<typeof Analysis> => ({
  survey: table.survey.key,
  means: {
    printed: table.printedMeans.map(({ group, scope, percent, decimals, isCovered }) => ({
      group,
      scope,
      percent,
      decimals,
      isCovered: isCovered ?? false,
    })),
    ofItems: meansOfItems(table),
    ofGroups: meansOfGroups(table),
    ofScopes: meansOfScopes(table),
  },
  gaps: findGaps(table),
})
