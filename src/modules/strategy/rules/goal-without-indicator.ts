import type { StrategyRule } from './rule.ts'
import { inBoth, quote } from './words.ts'

export const goalWithoutIndicator: StrategyRule = {
  code: 'goal-without-indicator',
  title: { lv: 'Mērķim nav rādītāja', en: 'A goal has no indicator' },
  explain: {
    lv: 'Meklē mērķus, kuriem nav piesaistīts neviens rādītājs. Bez tā nevar pateikt, vai mērķis ir tuvāk nekā sākumā.',
    en: 'Looks for goals to which no indicator belongs. Without one nobody can tell whether the goal is any nearer than at the start.',
  },
  check: ({ tree, set }) => {
    const measured = new Set(set.indicators.map((indicator) => tree.goalOfIndicator.get(indicator.id)))
    return tree.goals
      .filter((goal) => !measured.has(goal.code))
      .map((goal) => ({
        code: 'goal-without-indicator',
        severity: 'obstacle',
        subjects: [{ kind: 'strategy', part: 'goal', code: goal.code }],
        explanation: inBoth((language) =>
          language === 'lv'
            ? `Mērķim ${goal.code} ${quote(goal.title, language)} nav neviena rādītāja.`
            : `Goal ${goal.code} ${quote(goal.title, language)} has no indicator.`,
        ),
      }))
  },
}
