import { z } from 'zod'
import { defineFamily, type FindingSubject, overWhole, type Reading } from '#modules/findings'
import { indicatorOf } from '#modules/indicators'
import { readIndicatorNames } from '#modules/indicators.server'
import { sourceAddress } from '#modules/sources'
import { findSourceDocuments } from '#modules/sources.server'
import type { LocalText } from '#platform/texts/text.ts'
import { readStrategyData, readTree } from './current-strategy.server.ts'
import { actionsOf } from './model.ts'
import { strategyRules } from './rules/index.ts'
import { findCurrentStrategy } from './store.server.ts'
import { actionAddress, claimAddress, strategyAddress } from './subjects.ts'
import { actionName, claimNames, partName } from './words/subjects.ts'

/** What a strategy and its documents say about themselves. */
export const strategyFamily = defineFamily({
  name: 'strategy',
  title: 'strategy.family',
  rules: strategyRules.map(overWhole),
  isThere: async ({ tx, municipalityId }) => (await findCurrentStrategy(tx, municipalityId)) !== undefined,
  read: readStrategyData,
  subjects: {
    action: {
      schema: { code: z.string() },
      address: ({ code }) => actionAddress(code),
      names:
        async () =>
        ({ code }) =>
          actionName(code),
    },
    strategy: {
      schema: {
        part: z.enum(['decision', 'goal', 'programme', 'programmeLinks']).optional(),
        code: z.string().optional().describe('Code of the goal or programme.'),
      },
      address: strategyAddress,
      names: async () => partName,
    },
    claim: {
      schema: { key: z.string() },
      address: ({ key }) => claimAddress(key),
      names: async (reading) => {
        const nameOf = claimNames((await readTree(reading)) ?? { claims: [] })
        return ({ key }) => nameOf(key)
      },
    },
    source: {
      schema: { key: z.string() },
      address: ({ key }) => sourceAddress(key),
      names: async ({ tx, municipalityId }) => {
        const sources = await findSourceDocuments(tx, municipalityId)
        const titles = new Map(sources.map((source) => [source.key, source.title]))
        return ({ key }): LocalText => titles.get(key) ?? { lv: key, en: key }
      },
    },
  },
  belongings: goalFinder,
  facets: [
    {
      name: 'goal',
      label: 'strategy.facet.goal',
      position: 10,
      choices: async (reading) => ((await readTree(reading))?.goals ?? []).map(withCode),
    },
    {
      name: 'action',
      label: 'strategy.facet.action',
      position: 30,
      isFeminine: true,
      choices: async (reading) => {
        const tree = await readTree(reading)
        return tree ? actionsOf(tree).map(withCode) : []
      },
    },
  ],
  more: async (reading) => {
    const tree = await readTree(reading)
    if (!tree || tree.claims.length === 0) return []
    return [{ address: '/datu-kvalitate/apgalvojumi', label: 'strategy.claims.link' as const }]
  },
})

const withCode = ({ code, title }: { code: string; title: LocalText }) => ({
  code,
  name: { lv: `${code} ${title.lv}`, en: `${code} ${title.en}` },
})

/** Looks up the goal that a subject serves; what serves none belongs to the strategy as a whole. */
async function goalFinder(reading: Reading) {
  const tree = await readTree(reading)
  const names = await readIndicatorNames(reading)
  const ofIndicator = new Map(names.map(({ id, code }) => [code, tree?.goalOfIndicator.get(id)]))
  const ofAction = new Map((tree ? actionsOf(tree) : []).map((action) => [action.code, action.goal]))
  const responsible = new Map(
    (tree ? actionsOf(tree) : []).map((action) => [action.code, action.responsible]),
  )
  const goalOf = (subject: FindingSubject): string | undefined => {
    if (subject.kind === 'strategy') return subject.part === 'goal' ? subject.code : undefined
    if (subject.kind === 'action') return ofAction.get(subject.code)
    const indicator = indicatorOf(subject)
    return indicator === undefined ? undefined : ofIndicator.get(indicator)
  }
  return (subject: FindingSubject) => {
    const goal = goalOf(subject)
    return {
      ...(goal === undefined ? {} : { goal }),
      ...(subject.kind === 'action' ? actionAndOwner(subject.code, responsible.get(subject.code)) : {}),
    }
  }
}

const actionAndOwner = (action: string, owner: string | null | undefined) =>
  owner ? { action, owner } : { action }
