import { z } from 'zod'
import { defineFamily, type Reading } from '#modules/findings'
import { capital, inBoth } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { anchorOf, indicatorAddress } from './anchors.ts'
import { indicatorOf } from './findings.ts'
import type { IndicatorSet } from './model.ts'
import { indicatorRules } from './rules/index.ts'
import { findCurrentTargetSet, getIndicatorSet } from './store.server.ts'
import './subjects.ts'
import { indicatorCodeLv } from './words/say.ts'

/** What a link to an indicator is called: `14. rādītājs`, `Indicator 14`. */
export const indicatorName = (code: string): LocalText => ({
  lv: capital(indicatorCodeLv(code)),
  en: `Indicator ${code}`,
})

/** The figures that belong to the strategy asked for, or to the current one; read once for all families. */
export async function readIndicatorSet({ tx, once, municipalityId, strategy, asOf }: Reading) {
  const key = strategy ?? (await findCurrentTargetSet(tx, municipalityId))
  if (key === undefined) return undefined
  return once(`indicators.set ${key}`, () => getIndicatorSet(tx, municipalityId, key, { asOf }))
}

/** What the figures say about themselves. */
export const indicatorFamily = defineFamily({
  name: 'indicators',
  title: 'indicators.family',
  rules: indicatorRules,
  read: readIndicatorSet,
  subjects: {
    indicator: {
      schema: { code: z.string() },
      address: ({ code }) => indicatorAddress(code),
      name:
        () =>
        ({ code }) =>
          indicatorName(code),
    },
    series: {
      schema: {
        key: z.string(),
        indicator: z.string(),
        period: z.string().optional(),
        year: z.int().optional(),
      },
      address: (series) => `${indicatorAddress(series.indicator)}#${anchorOf({ kind: 'series', ...series })}`,
      name: (set: IndicatorSet) => {
        const labels = labelsOf(set)
        return ({ key, indicator, period, year }) =>
          inBoth((say) => {
            const when = period === undefined ? year?.toString() : say.period(period, 'short')
            const parts = [indicatorName(indicator)[say.language], labels.get(key)?.[say.language], when]
            return parts.filter(Boolean).join(', ')
          })
      },
    },
  },
  belongings: () => (subject) => {
    const indicator = indicatorOf(subject)
    return indicator === undefined ? {} : { indicator }
  },
  facets: [
    {
      name: 'indicator',
      label: 'indicators.facet',
      position: 20,
      choices: ({ indicators }: IndicatorSet) =>
        indicators.map(({ code, title }) => ({
          code,
          name: inBoth(({ language }) => `${indicatorName(code)[language]}: ${title[language]}`),
        })),
    },
  ],
})

const labelsOf = ({ indicators }: IndicatorSet) =>
  new Map(indicators.flatMap(({ series }) => series.map(({ key, label }) => [key, label])))
