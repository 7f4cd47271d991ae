import type { Family } from '#modules/findings'
import { createFindingList } from '#modules/findings.server'
import { figuresApi } from '#modules/indicators.server'
import { readState } from '#platform/api/state.server.ts'
import { findCurrentStrategy, findStrategyByKey } from '../store.server.ts'
import { strategyId } from './parameters.ts'

/** The findings about a strategy, of every family. */
export const findingListOf = (families: readonly Family[]) =>
  createFindingList(families, {
    path: '/strategies/{id}/findings',
    name: 'FindingList',
    operation: 'listFindings',
    tag: 'strategies',
    summary: 'What a strategy’s data say about themselves: contradictions, obstacles to judging, notices',
    title: 'strategy.api.findings',
    parameters: figuresApi.figureParameters,
    more: { strategy: strategyId },
    locate: async ({ tx, path, query }) => {
      const summary = await findStrategyByKey(tx, path.id ?? '')
      if (!summary) return undefined
      const { municipalityId, key } = summary
      const { asOf, earlier } = await readState(tx, municipalityId, query.asOf)
      const current = await findCurrentStrategy(tx, municipalityId)
      const strategy = current?.key === key ? undefined : key
      return {
        place: { municipalityId, strategy, asOf: earlier },
        asOf,
        more: { strategy: key },
      }
    },
  })
