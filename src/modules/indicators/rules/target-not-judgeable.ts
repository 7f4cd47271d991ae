import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { datedTargets } from '../dated.ts'
import { baselineFigure, measureOf } from '../figures.ts'
import { measuredAs } from '../measured.ts'
import type { Indicator, Series, Target } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'
import type { PartOfSet } from './carried.ts'

/** Targets that no result can answer. */
export const targetNotJudgeable: Rule<PartOfSet> = {
  code: 'target-not-judgeable',
  title: { lv: 'Sasniedzamo vērtību nevar izmantot', en: 'Target that cannot be judged' },
  explain: {
    lv: 'To, vai sasniegts “+2\u00a0%” vai “lai pieaug”, var novērtēt tikai tad, ja ir bāzes vērtība, no kuras skaitīt. Novērtēt nevar arī tad, ja nav noteikts, vai labāk ir vairāk vai mazāk.',
    en: 'A target such as “+2%” or “shall rise” can only be judged when there is a baseline to count from. Nor can a target be judged when it is not said whether more or less is better.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) =>
      indicator.series.flatMap((series) => {
        const measured = measuredAs(indicator, series)
        const faults = datedTargets(series).flatMap((target) => {
          const reason = reasonOf(measured, series, target)
          return reason === null || isAbsent(set, measured, series, reason) ? [] : [{ target, reason }]
        })
        const groups = Map.groupBy(faults, ({ reason }) => reason.en)
        return [...groups.values()].map((group) => ({
          severity: 'obstacle' as const,
          subjects: group.map(({ target }) => aboutSeries(series, { year: target.year })),
          explanation: explain(measured, series, group),
        }))
      }),
    ),
}

/** What no indicator of the set states is not in what was loaded, which is said once. */
function isAbsent(
  { carried }: PartOfSet,
  indicator: Indicator,
  { baseline }: Series,
  reason: LocalText,
): boolean {
  if (reason === NO_DIRECTION) return carried?.direction === false && indicator.direction === 'none'
  return carried?.baseline === false && baseline === null
}

function reasonOf(indicator: Indicator, series: Series, target: Target): LocalText | null {
  const isRelative = target.kind === 'relative'
  if (!isRelative && target.kind !== 'trend') {
    return target.kind === 'absolute' && indicator.direction === 'none' ? NO_DIRECTION : null
  }
  const baseline = baselineFigure(series)
  if (baseline === null) return noBaseline(series)
  const measure = measureOf(baseline.value)
  const isNumber = measure !== null && (target.unit !== 'percentagePoint' || measure.unit === 'percent')
  const isEnough = isNumber || (!isRelative && baseline.value.kind === 'distribution')
  if (!isEnough) {
    return {
      lv: `no bāzes vērtības – ${lv.figure(baseline)} – tādu izmaiņu nevar aprēķināt`,
      en: `no such change can be computed from the baseline, ${en.figure(baseline)}`,
    }
  }
  if (target.unit === 'percent' && isRelative && measure?.number === 0) return OF_ZERO
  return indicator.direction === 'none' ? NO_DIRECTION : null
}

const OF_ZERO: LocalText = {
  lv: 'bāzes vērtība ir nulle, un no nulles procentus aprēķināt nevar',
  en: 'the baseline is zero, and there are no per cents of nothing',
}

const NO_DIRECTION: LocalText = {
  lv: 'nav noteikts, vai labāk ir vairāk vai mazāk',
  en: 'it is not stated whether more or less is better',
}

function noBaseline({ baseline }: Series): LocalText {
  const value = baseline?.observation.value
  const kinds = value?.kind === 'missing' ? [value.missing] : []
  return {
    lv: `nav bāzes vērtības, no kuras skaitīt${lv.reason(kinds)}`,
    en: `there is no baseline to count from${en.reason(kinds)}`,
  }
}

function explain(indicator: Indicator, series: Series, group: { target: Target; reason: LocalText }[]) {
  const targets = group.map(({ target }) => ({
    lv: `${target.year}. gadā ${promise(indicator, target, lv, 'uzlabojums')}`,
    en: `${promise(indicator, target, en, 'an improvement')} in ${target.year}`,
  }))
  const count = group.length
  const latvian = lv.list(targets.map((target) => target.lv))
  const english = en.list(targets.map((target) => target.en))
  const many = {
    lv: lv.form(count, { one: 'sasniedzamo vērtību', other: 'sasniedzamās vērtības' }),
    en: count === 1 ? 'target' : 'targets',
  }
  return sentences(
    `${indicatorLv(indicator, 'a', [series])} ${many.lv} – ${latvian} – nevar novērtēt: ${group[0]?.reason.lv}.`,
    `in ${indicatorEn(indicator, [series])}, the ${many.en} of ${english} cannot be judged: ${group[0]?.reason.en}.`,
  )
}

function promise(indicator: Indicator, target: Target, words: Words, improvement: string): string {
  if (target.kind === 'relative') return words.change(target)
  return target.kind === 'absolute'
    ? words.quantity(target.value ?? 0, target.unit ?? indicator.unit)
    : improvement
}
