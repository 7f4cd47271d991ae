import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { baselineFigure } from '../figures.ts'
import type { Series } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'
import type { PartOfSet } from './carried.ts'

/** Series without a figure to count change from. */
export const baselineMissing: Rule<PartOfSet> = {
  code: 'baseline-missing',
  title: { lv: 'Nav bāzes vērtības', en: 'No baseline' },
  explain: {
    lv: 'Bāzes vērtība ir mērījums, no kura skaita izmaiņas. Bez tās var pateikt, kāds ir stāvoklis, bet nevar pateikt, vai stratēģijas laikā tas ir uzlabojies.',
    en: 'The baseline is the measurement from which change is counted. Without it one can say how things stand, but not whether they improved while the strategy ran.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      if (set.carried?.baseline === false) return []
      const affected = indicator.series.filter(
        (series) => baselineFigure(series) === null && needsBaseline(series),
      )
      if (affected.length === 0) return []
      const kinds = [...new Set(affected.map(missingKind))].filter((kind) => kind !== null)
      const latvian = lv.reason(kinds)
      const english = en.reason(kinds)
      return {
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator, affected),
        explanation: sentences(
          `${indicatorLv(indicator, 'am', affected)} nav bāzes vērtības${latvian}, tāpēc izmaiņas nav no kā skaitīt.`,
          `${indicatorEn(indicator, affected)} has no baseline${english}, so there is nothing to count change from.`,
        ),
      }
    }),
}

/**
 * A target that is a change cannot be judged at all without a baseline, which `target-not-judgeable` says; one that
 * asks whether something exists, or for a first measurement, counts no change.
 */
function needsBaseline({ targets }: Series): boolean {
  const isSaid = targets.some(({ kind }) => kind === 'relative' || kind === 'trend')
  return !isSaid && (targets.length === 0 || targets.some(({ kind }) => kind === 'absolute'))
}

function missingKind({ baseline }: Series) {
  const value = baseline?.observation.value
  return value?.kind === 'missing' ? value.missing : null
}
