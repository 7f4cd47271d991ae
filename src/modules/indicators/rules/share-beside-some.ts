import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { type Figure, figuresOf } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/** Counts of which only some come with the share that they are. */
export const shareBesideSome: Rule<IndicatorSet> = {
  code: 'share-beside-some',
  title: { lv: 'Īpatsvars tikai dažiem skaitļiem', en: 'A share beside some counts only' },
  explain: {
    lv: 'Ja vienam skaitlim blakus dots īpatsvars, bet pārējiem ne, lasītājs salīdzina skaitu ar īpatsvaru vai nevar salīdzināt nemaz. Īpatsvars jādod visiem vai nevienam.',
    en: 'When one count comes with its share and the others do not, readers compare a count with a share, or cannot compare at all. The share should be given for all or for none.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const counts = indicator.series.flatMap(figuresOf).filter(({ value }) => value.kind === 'number')
      const [without, having] = [counts.filter((one) => shareOf(one) === null), counts.filter(shareOf)]
      if (without.length === 0 || having.length === 0) return []
      const say = (words: Words) => ({
        having: words.list(having.map((one) => `${words.figure(one)} – ${words.percent(shareOf(one) ?? 0)}`)),
        without: words.some(
          without.map((one) => words.figure(one)),
          6,
        ),
      })
      const [latvian, english] = [say(lv), say(en)]
      return {
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator),
        explanation: sentences(
          `${indicatorLv(indicator, 'ā')} īpatsvars dots tikai dažiem skaitļiem: ${latvian.having}; bez īpatsvara ir ${latvian.without}.`,
          `${indicatorEn(indicator)} gives the share of some counts only: ${english.having}; without a share are ${english.without}.`,
        ),
      }
    }),
}

const shareOf = ({ value }: Figure): number | null => (value.kind === 'number' ? (value.share ?? null) : null)
