import { z } from 'zod'
import { defineFamily, type Reading } from '#modules/findings'
import { capital, inBoth, sayingUnits } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { anchorOf, indicatorAddress } from './anchors.ts'
import { findBatches } from './batches.server.ts'
import { indicatorOf, indicatorsOf } from './findings.ts'
import { findSeriesLabels } from './label-store.server.ts'
import { findChangedIndicators, findIndicatorNames, findIndicatorOwners } from './lookup-store.server.ts'
import { getSetOutline } from './outline-store.server.ts'
import { carriedBy, mayHaveTurned } from './rules/carried.ts'
import { countsInstitutions } from './rules/counts-institutions.ts'
import { indicatorRules } from './rules/index.ts'
import { findCurrentTargetSet, getIndicatorSet } from './store.server.ts'
import './subjects.ts'
import { indicatorCodeLv } from './words/say.ts'

/** What a link to an indicator is called: `14. rādītājs`, `Indicator 14`. */
export const indicatorName = (code: string): LocalText => ({
  lv: capital(indicatorCodeLv(code)),
  en: `Indicator ${code}`,
})

/** Key of the target set of the strategy asked for, or of the current one; undefined while there is none. */
const readTargetSet = ({ tx, once, municipalityId, strategy }: Reading) =>
  once('indicators.targetSet', async () => strategy ?? (await findCurrentTargetSet(tx, municipalityId)))

/** The set of the strategy asked for, or of the current one, without its figures; read once for all families. */
export async function readSetOutline(reading: Reading) {
  const { tx, once, municipalityId, asOf } = reading
  const key = await readTargetSet(reading)
  if (key === undefined) return undefined
  return once(`indicators.outline ${key}`, () => getSetOutline(tx, municipalityId, key, asOf))
}

/** The names of all indicators of the plan; read once for all families. */
export const readIndicatorNames = (reading: Reading) =>
  reading.once('indicators.names', async () => {
    const key = await readTargetSet(reading)
    return key === undefined ? [] : findIndicatorNames(reading.tx, reading.municipalityId, key, reading.asOf)
  })

/** Who answers for the indicators of the plan; read once. */
const readOwners = (reading: Reading) =>
  reading.once('indicators.owners', async () => {
    const key = await readTargetSet(reading)
    if (key === undefined) return new Map<string, string>()
    return findIndicatorOwners(reading.tx, reading.municipalityId, key)
  })

/** A rule that calls the units of a plan as the plan does. */
function inItsUnits(one: (typeof indicatorRules)[number]): (typeof indicatorRules)[number] {
  if (one.over === 'whole') {
    const { rule } = one
    const check: typeof rule.check = (whole) => sayingUnits(whole.institutions.units, () => rule.check(whole))
    return { over: 'whole', rule: { ...rule, check } }
  }
  const { rule } = one
  const check: typeof rule.check = (part) => sayingUnits(part.units, () => rule.check(part))
  return { over: 'part', rule: { ...rule, check } }
}

/** What the figures say about themselves. */
export const indicatorFamily = defineFamily({
  name: 'indicators',
  title: 'indicators.family',
  rules: indicatorRules.map(inItsUnits),
  isThere: async (reading) => (await readTargetSet(reading)) !== undefined,
  read: async (reading) => {
    const outline = await readSetOutline(reading)
    if (outline === undefined) return undefined
    const indicators = outline.indicators.filter(countsInstitutions).map(({ id }) => id)
    const { tx, municipalityId, asOf, view } = reading
    return {
      outline,
      institutions: await getIndicatorSet(tx, municipalityId, outline.key, { indicators, asOf, view }),
    }
  },
  parts: {
    batches: async (reading, ids) => {
      const key = await readTargetSet(reading)
      return key === undefined ? [] : findBatches(reading.tx, reading.municipalityId, key, ids)
    },
    read: async (reading, indicators) => {
      const { tx, municipalityId, asOf, view } = reading
      const outline = await readSetOutline(reading)
      if (outline === undefined) return undefined
      const set = await getIndicatorSet(tx, municipalityId, outline.key, { indicators, asOf, view })
      return { ...set, carried: carriedBy(outline) }
    },
    placeOf: ({ indicators }, finding) => {
      const [code] = indicatorsOf(finding)
      const indicator = indicators.find((one) => one.code === code)
      return { part: indicator?.id ?? '', position: indicator?.position ?? 0 }
    },
    changedBy: async (reading, changes) => {
      const { tx, municipalityId } = reading
      const parts = await findChangedIndicators(tx, municipalityId, changes)
      const outline = await readSetOutline(reading)
      const isAll = parts === undefined || (outline !== undefined && mayHaveTurned(outline, parts))
      return isAll ? 'all' : { parts }
    },
  },
  subjects: {
    indicator: {
      schema: { code: z.string() },
      address: ({ code }) => indicatorAddress(code),
      names:
        async () =>
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
      names: async (reading, subjects) => {
        const keys = [...new Set(subjects.map(({ key }) => key))]
        const set = (await readTargetSet(reading)) ?? ''
        const labels = await findSeriesLabels(reading.tx, reading.municipalityId, set, keys)
        return ({ key, indicator, period, year }) =>
          inBoth((say) => {
            const when = period === undefined ? year?.toString() : say.period(period, 'short')
            const parts = [indicatorName(indicator)[say.language], labels.get(key)?.[say.language], when]
            return parts.filter(Boolean).join(', ')
          })
      },
    },
  },
  belongings: async (reading) => {
    const owners = await readOwners(reading)
    return (subject) => {
      const indicator = indicatorOf(subject)
      if (indicator === undefined) return {}
      const owner = owners.get(indicator)
      return owner ? { indicator, owner } : { indicator }
    }
  },
  facets: [
    {
      name: 'indicator',
      label: 'indicators.facet',
      position: 20,
      choices: async (reading) =>
        (await readIndicatorNames(reading)).map(({ code, title }) => ({
          code,
          name: inBoth(({ language }) => `${indicatorName(code)[language]}: ${title[language]}`),
        })),
    },
  ],
})
