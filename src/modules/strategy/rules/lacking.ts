import type { Found } from '#modules/findings'
import { type Forms, inBoth } from '#platform/say/index.ts'
import type { Language, LocalText } from '#platform/texts/text.ts'
import type { Action, StrategyTree } from '../model.ts'

const ACTIONS: Record<Language, Forms> = {
  lv: { one: 'darbības', other: 'darbībām' },
  en: { one: 'action', other: 'actions' },
}

/**
 * Whether the plan says something of this kind of any action. Where no row does, the file at hand does not carry it,
 * which says nothing about what was laid down.
 */
export const isCarried = (actions: readonly Action[], has: (action: Action) => boolean): boolean =>
  actions.some(has)

/**
 * Whether an action names a result besides the programme that it promises: such a programme stands in its title,
 * so it does not tell that the plan was loaded with its results.
 */
export function namesResult({ programmes }: Pick<StrategyTree, 'programmes'>): (action: Action) => boolean {
  const promising = new Set(programmes.map(({ promisedBy }) => promisedBy))
  return ({ code, deliverable }) => deliverable !== null && !promising.has(code)
}

/**
 * One finding for all actions that lack something, since forty equal findings would hide the others.
 *
 * @param what what is lacking: in Latvian with its verb (`nav norādīts termiņš`), in English alone (`a deadline`)
 */
export function findLacking(
  all: readonly Action[],
  lacks: (action: Action) => boolean,
  what: LocalText,
): Found[] {
  const lacking = all.filter(lacks)
  if (lacking.length === 0) return []
  return [
    {
      severity: 'obstacle',
      subjects: lacking.map((action) => ({ kind: 'action', code: action.code })),
      explanation: inBoth((say) => {
        const some = say.number(lacking.length)
        const among = `${say.number(all.length)} ${say.form(all.length, ACTIONS[say.language])}`
        if (lacking.length === all.length) {
          return say.language === 'lv'
            ? `Nevienai no ${among} ${what.lv}.`
            : `None of the ${among} has ${what.en}.`
        }
        const codes = say.list(lacking.map((action) => action.code))
        return say.language === 'lv'
          ? `${some} no ${among} ${what.lv}: ${codes}.`
          : `${some} of ${among} without ${what.en}: ${codes}.`
      }),
    },
  ]
}
