import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { fold } from '#platform/texts/fold.ts'
import { type Figure, figuresOf } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/**
 * Words, folded, by which a Latvian note says that a rule or a way of counting changed: a change, and what changed, in
 * either order and in one sentence.
 */
const CHANGED = '(?:groz|main|citad|jaun|parrekin|precizet)'
const WAY = '(?:noteikum|regulejum|aprekin|metodik|metodologij|uzskait|skaitisan)'
const METHOD_CHANGE = new RegExp(`\\b${CHANGED}[^.]*\\b${WAY}|\\b${WAY}[^.]*\\b(?:ir )?${CHANGED}`)

/** Changes of method that only a note tells of, so that nothing takes them into account. */
export const methodChangeInNote: Rule<IndicatorSet> = {
  code: 'method-change-in-note',
  title: { lv: 'Aprēķina maiņa minēta tikai piezīmē', en: 'Change of method told in a note only' },
  explain: {
    lv: 'Ja piezīme skaitli skaidro ar citiem noteikumiem vai citu skaitīšanu, tad arī aprēķina metodoloģijai vajadzīga jauna versija, kas pasaka, vai jaunie skaitļi salīdzināmi ar vecajiem. Bez tās skaitļus salīdzina tā, it kā nekas nebūtu mainījies.',
    en: 'When a note explains a figure by other rules or another way of counting, the methodology needs a new version that says whether new figures compare with old ones. Without it they are compared as if nothing had changed.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const told = indicator.series.flatMap((series) =>
        figuresOf(series).flatMap((figure) => (tellsOfChange(figure) ? [{ series, figure }] : [])),
      )
      if (told.length === 0 || indicator.methodologies.length > 1) return []
      const affected = indicator.series.filter((one) => told.some(({ series }) => series === one))
      const periods = [...new Set(told.map(({ figure }) => figure.period))].sort()
      const when = (words: Words) => words.list(periods.map((period) => words.period(period, 'in')))
      return {
        severity: 'notice' as const,
        subjects: told.map(({ series, figure }) => aboutSeries(series, { period: figure.period })),
        explanation: sentences(
          `${indicatorLv(indicator, 'a', affected)} skaitļus ${when(lv)} piezīme skaidro ar mainītiem noteikumiem vai aprēķinu, bet jauna metodoloģijas versija nav pieteikta. Nav zināms, vai tie salīdzināmi ar agrākajiem.`,
          `a note explains the figures of ${indicatorEn(indicator, affected)} ${when(en)} by changed rules or another calculation, but no new version of the methodology is stated. It is not known whether they compare with earlier ones.`,
        ),
      }
    }),
}

const tellsOfChange = ({ note }: Figure): boolean => note !== null && METHOD_CHANGE.test(fold(note.lv))
