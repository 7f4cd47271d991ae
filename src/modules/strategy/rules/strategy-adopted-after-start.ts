import { type Forms, inBoth } from '#platform/say/index.ts'
import type { Language } from '#platform/texts/text.ts'
import type { StrategyRule } from './rule.ts'

const DAYS: Record<Language, Forms> = {
  lv: { zero: 'dienu', one: 'diena', other: 'dienas' },
  en: { one: 'day', other: 'days' },
}
const DAY_MS = 86_400_000

export const strategyAdoptedAfterStart: StrategyRule = {
  code: 'strategy-adopted-after-start',
  title: { lv: 'Stratēģija apstiprināta pēc tās sākuma', en: 'The strategy was adopted after it began' },
  explain: {
    lv: 'Salīdzina dienu, kad stratēģija sākas, ar dienu, kad dome to apstiprināja. Laiks pa vidu ir ieskaitīts stratēģijas periodā, lai gan tajā tā vēl nevienu nesaistīja; bāzes vērtības un pirmie rezultāti jālasa, to zinot.',
    en: 'Compares the day on which the strategy begins with the day on which the council adopted it. The time between belongs to its period, although it bound nobody yet; baselines and first results must be read with that in mind.',
  },
  check: ({ tree: { strategy } }) => {
    const decidedOn = strategy.decision?.decidedOn
    const { startsOn } = strategy.period
    if (!decidedOn || decidedOn <= startsOn) return []
    const days = Math.round((Date.parse(decidedOn) - Date.parse(startsOn)) / DAY_MS)
    return [
      {
        severity: 'notice',
        subjects: [{ kind: 'strategy', part: 'decision' }],
        explanation: inBoth((say) => {
          const [start, decided] = [say.day(startsOn), say.day(decidedOn)]
          const late = `${say.number(days)} ${say.form(days, DAYS[say.language])}`
          return say.language === 'lv'
            ? `Stratēģija sākas ${start}, bet apstiprināta ${decided} – starpība ir ${late}.`
            : `The strategy begins on ${start} but was adopted on ${decided}, ${late} later.`
        }),
      },
    ]
  },
}
