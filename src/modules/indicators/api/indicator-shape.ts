import { z } from 'zod'
import { citedShape as cited, officialShape } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { day, Local } from '#platform/api/shapes.ts'
import { RESTS_ON, VALUE_KINDS } from '../model.ts'
import { Baseline, Observation, Target, Value, Verdict } from './shapes.ts'

const direction = z.enum(['up', 'down', 'none']).describe('Which way is good.')

const Methodology = z
  .object({
    version: z.int(),
    text: Local.nullable(),
    numerator: Local.nullable(),
    denominator: Local.nullable(),
    validFrom: z.string().nullable().describe('First period it holds for; null from the beginning.'),
    comparability: z
      .enum(['yes', 'no', 'afterRecomputation'])
      .nullable()
      .describe('Whether its figures compare with those of the version before; null when not stated.'),
    isMissing: z.boolean().describe('The source says that no methodology exists.'),
    ...cited,
  })
  .register(components, { id: 'Methodology' })

const Series = z
  .object({
    key: z.string(),
    breakdown: z
      .record(z.string(), z.string())
      .describe('Dimension → value, e.g. `respondent` → `guardian`.'),
    institution: z
      .object({ key: z.string(), name: Local })
      .nullable()
      .describe(
        'The one institution that it is about, by its name on the last day of the newest figure’s period; null for all of them.',
      ),
    label: Local.nullable().describe('Institution and breakdown in words; null without either.'),
    unit: z.string(),
    direction,
    baseline: Baseline.nullable(),
    targets: z.array(Target).describe('By year.'),
    results: z.array(Observation).describe('By period; the baseline is apart.'),
    earlier: z
      .object({
        strategy: z.string(),
        indicator: z.string(),
        series: z.string(),
        results: z.array(z.object({ period: z.string(), value: Value })),
      })
      .nullable()
      .describe('What an earlier plan measured of the same; shown as history and never judged.'),
    verdict: Verdict,
  })
  .describe(
    'One line of figures: an indicator for one combination of breakdown values, of one institution or of all.',
  )
  .register(components, { id: 'Series' })

export const Indicator = z
  .object({
    code: z.string(),
    goal: z.string().nullable().describe('Code of the goal that it measures; null when none is stated.'),
    title: Local.describe('Short, in our words.'),
    official: officialShape,
    definition: Local.nullable(),
    titleUnit: z.string().nullable().describe('Unit that the title announces.'),
    unit: z.string().describe('Unit that the figures are meant in.'),
    direction,
    valueKind: z.enum(VALUE_KINDS),
    restsOn: z
      .enum(RESTS_ON)
      .nullable()
      .describe(
        'Whether figures count `answers` of people, are a `mean` over people or come from `records`; null when not stated.',
      ),
    frequency: z.string().nullable(),
    dataSource: Local.nullable(),
    legalBasis: z.string().nullable(),
    isInDataMinimum: z.boolean(),
    retirement: z
      .object({ on: day.nullable(), reason: Local.nullable() })
      .nullable()
      .describe(
        'Since when and why it is no longer measured, where that is stated; null while it is measured.',
      ),
    methodologies: z.array(Methodology),
    ...cited,
    series: z.array(Series),
  })
  .register(components, { id: 'Indicator' })
export type Indicator = z.infer<typeof Indicator>
