import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { type DatedTarget, datedTargets } from '../dated.ts'
import { baselineFigure, measureOf } from '../figures.ts'
import { measuredAs } from '../measured.ts'
import type { Indicator, IndicatorSet, Series, Target } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorLv, lv, type Words } from '../words/say.ts'

/** Changes for several years of which it is not said from what each is counted. */
export const targetBaseAmbiguous: Rule<IndicatorSet> = {
  code: 'target-base-ambiguous',
  title: { lv: 'No kā skaitīt izmaiņu?', en: 'A change from what?' },
  explain: {
    lv: 'Ja vienam gadam noteikts “+2 %” un vēlākam “+3 %”, jāpasaka, vai otro skaita no bāzes vērtības vai no pirmās sasniedzamās vērtības. Platforma skaita no bāzes vērtības; ja domāts citādi, sasniedzamā vērtība jāieraksta kā skaitlis.',
    en: 'When one year has “+2%” and a later one “+3%”, it must be said whether the second is counted from the baseline or from the first target. The platform counts from the baseline; if something else is meant, the target should be written as a number.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const affected = indicator.series.flatMap(
        (series) => readingsOf(measuredAs(indicator, series), series) ?? [],
      )
      const [first] = affected
      if (!first) return []
      const say = (words: Words) => ({
        changes: words.list(first.changes.map((target) => `${words.change(target)} (${target.year})`)),
        from: words.figure(first.baseline),
        either: words.quantity(first.fromBaseline, first.unit, 1),
        or: words.quantity(first.fromTarget, first.unit, 1),
      })
      const [latvian, english] = [say(lv), say(en)]
      return {
        severity: 'notice' as const,
        subjects: aboutIndicator(
          indicator,
          affected.map(({ series }) => series),
        ),
        explanation: sentences(
          `${indicatorLv(indicator, 'am')} sasniedzamās vērtības ir izmaiņas vairākiem gadiem, piemēram, ${latvian.changes}, bet nav teikts, vai vēlāko skaita no bāzes vērtības vai no iepriekšējās sasniedzamās vērtības. No ${latvian.from} pēdējā gadā tas būtu ${latvian.either} vai ${latvian.or}.`,
          `the targets of indicator ${indicator.code} are changes for several years, such as ${english.changes}, but it is not said whether the later one is counted from the baseline or from the target before. From ${english.from} that would be ${english.either} or ${english.or} in the last year.`,
        ),
      }
    }),
}

/** What the last of several changes asks for, either way; null where that does not matter. */
function readingsOf(indicator: Indicator, series: Series) {
  const changes = datedTargets(series).filter(isChange)
  const baseline = baselineFigure(series)
  const measure = baseline && measureOf(baseline.value)
  const last = changes.at(-1)
  if (changes.length < 2 || !last || !baseline || !measure || measure.number <= 0) return null
  const by = (number: number, { value, unit }: Target & { value: number }) =>
    unit === 'percentagePoint' ? number + value : number * (1 + value / 100)
  return {
    series,
    changes,
    baseline,
    unit: indicator.unit,
    fromBaseline: by(measure.number, last),
    fromTarget: changes.reduce(by, measure.number),
  }
}

const isChange = (target: DatedTarget): target is DatedTarget & { value: number } =>
  target.kind === 'relative' && target.value !== null
