import { z } from 'zod'
import { figuresApi, readPeriodRule } from '#modules/indicators.server'
import { findMunicipalityNames } from '#modules/registry.server'
import { citedShape, findSourceDocuments, officialShape } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { defineDocument, defineList } from '#platform/api/endpoint.ts'
import { day, Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { STRATEGY_VERSIONS, type StrategySummary } from '../model.ts'
import { findStrategies } from '../store.server.ts'
import { strategyId } from './parameters.ts'
import { readStrategy } from './read-strategy.server.ts'

const facts = {
  id: strategyId,
  municipality: z.string().describe('Slug of the municipality.'),
  title: Local,
  version: z.enum(STRATEGY_VERSIONS),
  startsOn: day,
  endsOn: day,
}
const StrategyListItem = z.object(facts).register(components, { id: 'StrategyListItem' })
type StrategyListItem = z.infer<typeof StrategyListItem>

export const strategyList = defineList({
  path: '/strategies',
  name: 'StrategyList',
  operation: 'listStrategies',
  tag: 'strategies',
  title: 'strategy.api.list',
  summary: 'Education strategies of all municipalities, the newest first',
  item: StrategyListItem,
  keyOf: (strategy) => strategy.id,
  table: tableOf((strategy: StrategyListItem) => [strategy], {
    id: (row) => row.id,
    municipality: (row) => row.municipality,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    version: (row) => row.version,
    starts_on: (row) => row.startsOn,
    ends_on: (row) => row.endsOn,
  }),
  file: async () => ({
    pageOf: ({ id, municipality }: StrategyListItem) => `/${municipality}/plani/${id}/strategija`,
  }),
  find: async ({ tx }) => {
    const slugOf = await findMunicipalityNames(tx)
    return { asOf: null, items: (await findStrategies(tx)).map((one) => showFacts(one, slugOf)) }
  },
})

const Strategy = z.object({
  ...facts,
  decision: z
    .object({ number: z.string().nullable(), minutes: z.string().nullable(), decidedOn: day.nullable() })
    .nullable()
    .describe('The council’s decision; null while none is stated.'),
  vision: Local.nullable().describe('Short, in our words.'),
  visionOfficial: officialShape,
  mission: Local.nullable().describe('Short, in our words.'),
  missionOfficial: officialShape,
  values: z.array(z.object({ code: z.string(), title: Local, meaning: Local.nullable() })),
  goals: z.array(
    z.object({
      code: z.string(),
      title: Local.describe('Short, in our words.'),
      official: officialShape,
      aim: Local.nullable(),
      directions: z.array(z.object({ code: z.string(), title: Local, official: officialShape })),
    }),
  ),
  periodRule: figuresApi.PeriodRule,
  sources: z
    .array(
      z.object({
        key: z.string().describe('What citations name.'),
        title: Local,
        publisher: z.string().nullable(),
        url: z.string().nullable(),
      }),
    )
    .describe('Documents that the municipality’s figures were taken from.'),
  ...citedShape,
})

export const strategyDocument = defineDocument({
  path: '/strategies/{id}',
  name: 'Strategy',
  operation: 'getStrategy',
  tag: 'strategies',
  title: 'strategy.api.document',
  summary: 'A strategy with its goals, directions and sources',
  schema: Strategy,
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state || !('strategy' in state.tree)) return undefined
    const { summary, tree } = state
    const periodRule = await readPeriodRule(asked.tx, summary.municipalityId, summary.key)
    const sources = await findSourceDocuments(asked.tx, summary.municipalityId, summary.key)
    const { decision, vision, mission, values, source, locator } = tree.strategy
    return {
      ...showFacts(summary, await findMunicipalityNames(asked.tx)),
      decision,
      vision: vision?.short ?? null,
      visionOfficial: vision?.official ?? null,
      mission: mission?.short ?? null,
      missionOfficial: mission?.official ?? null,
      values: values.map(({ code, title, meaning }) => ({ code, title, meaning })),
      goals: tree.goals.map(({ code, short, official, aim, directions }) => ({
        code,
        title: short,
        official,
        aim,
        directions: directions.map((direction) => ({
          code: direction.code,
          title: direction.short,
          official: direction.official,
        })),
      })),
      periodRule: [...periodRule].map(([period, targetYear]) => ({ period, targetYear })),
      sources: sources.map(({ key, title, publisher, url }) => ({ key, title, publisher, url })),
      source,
      locator,
    }
  },
})

function showFacts(strategy: StrategySummary, slugOf: ReadonlyMap<string, string>): StrategyListItem {
  const { key, municipalityId, title, version, period } = strategy
  return {
    id: key,
    municipality: slugOf.get(municipalityId) ?? '',
    title,
    version,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
  }
}
