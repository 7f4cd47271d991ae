import type { FindingSubject } from '#modules/findings'
import { type IndicatorOutline, promisedIndicators } from '#modules/indicators'
import { inBoth } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Action, actionsOf } from '../model.ts'
import { isCarried, namesResult } from './lacking.ts'
import type { StrategyData, StrategyRule } from './rule.ts'

/**
 * What the loaded documents do not carry at all. That nobody is responsible is one thing, that the file at hand
 * does not say who is another; what no row says is asked for here, once, and no other rule takes it for “there is none”.
 */
export const planColumnAbsent: StrategyRule = {
  code: 'plan-column-absent',
  title: { lv: 'Ielādētais dokuments to nepasaka', en: 'The document loaded does not say' },
  explain: {
    lv: 'Nosauc, par ko ielādētajā rīcības plānā un rādītāju sarakstā nav ierakstu nevienā rindā, piemēram, atbildīgos vai termiņus. Kas pēc tā jāvērtē, to tad nevar novērtēt. Tas nenozīmē, ka to nav: tie var būt citā dokumentā, kas vēl jāielādē.',
    en: 'Names what no row of the loaded plan and list of indicators carries, such as who is responsible or by when. Where nothing can be judged without it, it is an obstacle. It does not mean that there is none: another document may say it, and has yet to be loaded.',
  },
  check: (data) => {
    const absent = FIELDS.filter((field) => field.isAbsent(data))
    if (absent.length === 0) return []
    const subjects: FindingSubject[] = [{ kind: 'strategy' }]
    return [
      {
        severity: absent.some(({ isNeeded }) => isNeeded) ? 'obstacle' : 'notice',
        subjects,
        explanation: inBoth((say) => {
          const fields = say.list(absent.map(({ name }) => name[say.language]))
          return say.language === 'lv'
            ? `Ielādētais dokuments nepasaka, ${fields}. Tas nenozīmē, ka tas nav noteikts.`
            : `The document loaded does not say ${fields}. That does not mean that it was not laid down.`
        }),
      },
    ]
  },
}

type Field = {
  name: LocalText
  /** Whether nothing can be judged without it. */
  isNeeded?: boolean
  isAbsent: (data: StrategyData) => boolean
}

/** A field that no indicator states by which the strategy is judged. */
const ofIndicators =
  (states: (indicator: IndicatorOutline) => boolean) =>
  ({ outline }: StrategyData): boolean => {
    const indicators = promisedIndicators(outline)
    return indicators.length > 0 && !indicators.some(states)
  }

/** A field that no action carries, of a plan that has actions. */
const ofActions =
  (has: (action: Action) => boolean) =>
  ({ tree }: StrategyData): boolean => {
    const actions = actionsOf(tree)
    return actions.length > 0 && !isCarried(actions, has)
  }

const FIELDS: readonly Field[] = [
  {
    name: { lv: 'kas atbild par darbībām', en: 'who is responsible for the actions' },
    isAbsent: ofActions(({ responsible }) => responsible !== null),
  },
  {
    name: { lv: 'līdz kuram laikam tās jāpabeidz', en: 'by when they are to be finished' },
    isAbsent: ofActions(({ dueOn }) => dueOn !== null),
  },
  {
    name: {
      lv: 'kāds pārbaudāms rezultāts no tām gaidāms',
      en: 'what result is expected of them',
    },
    isAbsent: (data) => ofActions(namesResult(data.tree))(data),
  },
  {
    name: { lv: 'kas atbild par rādītājiem', en: 'who answers for the indicators' },
    isAbsent: ofIndicators(({ owner }) => owner !== null),
  },
  {
    name: { lv: 'kā rādītājus aprēķina', en: 'how the indicators are computed' },
    isAbsent: ofIndicators(({ methodology }) => methodology !== 'undescribed'),
  },
  {
    name: { lv: 'kādas ir to sasniedzamās vērtības', en: 'what their targets are' },
    isNeeded: true,
    isAbsent: (data) => data.outline.periodRule.size > 0 && ofIndicators(({ states }) => states.target)(data),
  },
  {
    name: { lv: 'no kādām bāzes vērtībām skaitīt izmaiņas', en: 'from which baselines change is counted' },
    isNeeded: true,
    isAbsent: ofIndicators(({ states }) => states.baseline),
  },
  {
    name: { lv: 'vai labāk ir vairāk vai mazāk', en: 'whether more or less is better' },
    isNeeded: true,
    isAbsent: ofIndicators(({ states }) => states.direction),
  },
]
