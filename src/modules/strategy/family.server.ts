import { z } from 'zod'
import { defineFamily, type FindingSubject } from '#modules/findings'
import { indicatorOf } from '#modules/indicators'
import { sourceAddress } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'
import { readStrategyData } from './current-strategy.server.ts'
import { actionsOf } from './model.ts'
import { strategyRules } from './rules/index.ts'
import type { StrategyData } from './rules/rule.ts'
import { actionAddress, claimAddress, strategyAddress } from './subjects.ts'
import { actionName, claimNames, partName } from './words/subjects.ts'

/** What a strategy and its documents say about themselves. */
export const strategyFamily = defineFamily({
  name: 'strategy',
  title: 'strategy.family',
  rules: strategyRules,
  read: readStrategyData,
  subjects: {
    action: {
      schema: { code: z.string() },
      address: ({ code }) => actionAddress(code),
      name:
        () =>
        ({ code }) =>
          actionName(code),
    },
    strategy: {
      schema: {
        part: z.enum(['decision', 'goal', 'programme', 'programmeLinks']).optional(),
        code: z.string().optional().describe('Code of the goal or programme.'),
      },
      address: strategyAddress,
      name: () => partName,
    },
    claim: {
      schema: { key: z.string() },
      address: ({ key }) => claimAddress(key),
      name: ({ tree }: StrategyData) => {
        const nameOf = claimNames(tree)
        return ({ key }) => nameOf(key)
      },
    },
    source: {
      schema: { key: z.string() },
      address: ({ key }) => sourceAddress(key),
      name: ({ set }: StrategyData) => {
        const titles = new Map(set.sources.map((source) => [source.key, source.title]))
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
      choices: ({ tree }: StrategyData) => tree.goals.map(withCode),
    },
    {
      name: 'action',
      label: 'strategy.facet.action',
      position: 30,
      isFeminine: true,
      choices: ({ tree }: StrategyData) => actionsOf(tree).map(withCode),
    },
  ],
  more: ({ tree }: StrategyData) =>
    tree.claims.length > 0 ? [{ address: '/datu-kvalitate/apgalvojumi', label: 'strategy.claims.link' }] : [],
})

const withCode = ({ code, title }: { code: string; title: LocalText }) => ({
  code,
  name: { lv: `${code} ${title.lv}`, en: `${code} ${title.en}` },
})

/** Looks up the goal that a subject serves; what serves none belongs to the strategy as a whole. */
function goalFinder({ tree, set }: StrategyData) {
  const ofIndicator = new Map(
    set.indicators.map((indicator) => [indicator.code, tree.goalOfIndicator.get(indicator.id)]),
  )
  const ofAction = new Map(actionsOf(tree).map((action) => [action.code, action.goal]))
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
      ...(subject.kind === 'action' ? { action: subject.code } : {}),
    }
  }
}
