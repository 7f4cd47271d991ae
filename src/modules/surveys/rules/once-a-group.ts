import type { Found, Rule } from '#modules/findings'
import type { Language } from '#platform/texts/text.ts'
import type { SurveyTable } from '../model.ts'

/**
 * Puts to each survey a question that is about its groups, and says what it finds of one group once: who are few in
 * one survey are few in the next, and for the same reason.
 */
export function onceAGroup({ check, ...words }: Rule<SurveyTable>): Rule<readonly SurveyTable[]> {
  return {
    ...words,
    check: (tables) => [...Map.groupBy(tables.flatMap(check), groupOf).values()].flatMap(join),
  }
}

const groupOf = ({ subjects }: Found): string =>
  subjects.flatMap((subject) => (subject.kind === 'surveyGroup' ? subject.group : []))[0] ?? ''

function join(group: readonly Found[]): Found[] {
  const [first] = group
  if (!first) return []
  const said = (language: Language) => group.map(({ explanation }) => explanation[language]).join(' ')
  return [
    {
      ...first,
      subjects: group.flatMap(({ subjects }) => subjects),
      explanation: { lv: said('lv'), en: said('en') },
    },
  ]
}
