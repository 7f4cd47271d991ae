import type { Finding } from '#modules/indicators'
import type { LocalText } from '#platform/texts/text.ts'
import type { Action } from '../model.ts'
import { type Forms, formOf, inBoth, sayList, sayNumber } from './words.ts'

const ACTIONS: Forms = {
  lv: { one: 'darbības', other: 'darbībām' },
  en: { one: 'action', other: 'actions' },
}

/**
 * One finding for all actions that lack something, since forty equal findings would hide the others.
 *
 * @param what what is lacking: in Latvian with its verb (`nav norādīts termiņš`), in English alone (`a deadline`)
 */
export function findLacking(
  code: string,
  all: readonly Action[],
  lacks: (action: Action) => boolean,
  what: LocalText,
): Finding[] {
  const lacking = all.filter(lacks)
  if (lacking.length === 0) return []
  return [
    {
      code,
      severity: 'obstacle',
      subjects: lacking.map((action) => ({ kind: 'action', code: action.code })),
      explanation: inBoth((language) => {
        const some = sayNumber(lacking.length, language)
        const among = `${sayNumber(all.length, language)} ${formOf(all.length, language, ACTIONS)}`
        if (lacking.length === all.length) {
          return language === 'lv'
            ? `Nevienai no ${among} ${what.lv}.`
            : `None of the ${among} has ${what.en}.`
        }
        const codes = sayList(
          lacking.map((action) => action.code),
          language,
        )
        return language === 'lv'
          ? `${some} no ${among} ${what.lv}: ${codes}.`
          : `${some} of ${among} without ${what.en}: ${codes}.`
      }),
    },
  ]
}
