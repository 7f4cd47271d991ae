import { inBoth } from '#platform/say/index.ts'
import { sayTitle } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

export const goalWithoutIndicator: StrategyRule = {
  code: 'goal-without-indicator',
  title: { lv: 'Mērķim nav rādītāja', en: 'A goal has no indicator' },
  explain: {
    lv: 'Meklē mērķus, kuriem nav piesaistīts neviens rādītājs. Bez tā nevar pateikt, vai mērķis ir tuvāk nekā sākumā.',
    en: 'Looks for goals to which no indicator belongs. Without one nobody can tell whether the goal is any nearer than at the start.',
  },
  check: ({ tree, outline }) => {
    const measured = new Set(outline.indicators.map((indicator) => tree.goalOfIndicator.get(indicator.id)))
    return tree.goals
      .filter((goal) => !measured.has(goal.code))
      .map((goal) => ({
        severity: 'obstacle',
        subjects: [{ kind: 'strategy', part: 'goal', code: goal.code }],
        explanation: inBoth((say) =>
          say.language === 'lv'
            ? `Mērķim ${goal.code} ${sayTitle(goal, say)} nav neviena rādītāja.`
            : `Goal ${goal.code} ${sayTitle(goal, say)} has no indicator.`,
        ),
      }))
  },
}
