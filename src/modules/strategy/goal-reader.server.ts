import type { GoalReader } from '#modules/indicators'
import { wordingOfRow } from '#modules/sources'
import { itemAnchor, surveyAddress } from '#modules/surveys'
import { findGoalItems } from '#modules/surveys.server'
import { findGoals } from './goal-store.server.ts'
import { findCurrentStrategy, findStrategyByKey } from './store.server.ts'
import { goalAddress } from './subjects.ts'

/** What pages of indicators are told of the goals of their plan. */
export const goalReader: GoalReader = {
  find: async ({ tx, once, municipalityId, strategy }) =>
    once('strategy.goals', async () => {
      const summary = await (strategy === undefined
        ? findCurrentStrategy(tx, municipalityId)
        : findStrategyByKey(tx, strategy, municipalityId))
      if (!summary) return []
      const goals = await findGoals(tx, municipalityId, summary.id)
      return goals.map(({ row, indicators }) => ({
        code: row.code,
        title: wordingOfRow(row).title,
        address: goalAddress(row.code),
        indicators,
      }))
    }),
  findSurveys: async ({ tx, municipalityId }, goal) => {
    const surveys = await findGoalItems(tx, municipalityId, goal)
    return surveys.map(({ survey, items }) => ({
      key: survey.key,
      title: survey.title,
      period: survey.period,
      address: surveyAddress(survey.key),
      items: items.map(({ code, title }) => ({
        title,
        address: `${surveyAddress(survey.key)}#${itemAnchor(code)}`,
      })),
    }))
  },
}
