import { z } from 'zod'
import { citedShape as cited } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { Local, revised } from '#platform/api/shapes.ts'
import { MISSING_KINDS, TARGET_KINDS } from '../model.ts'
import { REASONS } from '../verdict.ts'
import { Certainty, verdictCertainty } from './certainty.ts'

export const period = z
  .string()
  .describe(
    'School year `2024/2025`, calendar year `2021`, quarter `2024-Q3`, span of years `2014-2016`, day `2024-10-01`, or `unknown` when the source states none.',
  )

export const PeriodRule = z
  .array(z.object({ period, targetYear: z.int() }))
  .describe('Which target year the result of a period answers.')
  .register(components, { id: 'PeriodRule' })

/** What an answer says of the period whose results it judges. */
export const judgedPeriod = {
  period: period
    .nullable()
    .describe('Period whose results are judged; null when series are judged in several, see their verdicts.'),
  targetYear: z.int().nullable().describe('Target year that the period answers; null when it answers none.'),
  periodRule: PeriodRule,
}

const missing = z.enum(MISSING_KINDS).describe('Why there is no value. Missing is never zero.')

export const Value = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('number'),
      number: z.number(),
      unit: z.string(),
      share: z.number().optional().describe('Per cent that the source prints beside the number.'),
    }),
    z.object({
      kind: z.literal('share'),
      number: z.number().describe('Per cent.'),
      unit: z.literal('percent'),
      numerator: z.number().optional(),
      denominator: z.number().optional(),
    }),
    z.object({
      kind: z.literal('ratio'),
      number: z.number().describe('1 : number'),
      unit: z.literal('ratio'),
    }),
    z.object({
      kind: z.literal('distribution'),
      unit: z.string(),
      parts: z
        .array(
          z.object({
            category: z.string(),
            value: z.number(),
            label: Local.optional(),
            isUnranked: z
              .literal(true)
              .optional()
              .describe('Its place among the others says nothing of better or worse.'),
          }),
        )
        .describe('In the order of the scale, the best first.'),
    }),
    z.object({ kind: z.literal('text'), text: Local }),
    z.object({ kind: z.literal('missing'), missing }),
  ])
  .describe('What was measured, tagged by its kind, or why nothing was.')
  .register(components, { id: 'Value' })

const observation = {
  period,
  value: Value,
  methodologyVersion: z
    .int()
    .nullable()
    .describe(
      'Version of the methodology it was computed by: the one stated with it, else the one that held then.',
    ),
  certainty: Certainty,
  printed: z.string().nullable().describe('As the source prints it.'),
  note: Local.nullable(),
  isCovered: z
    .boolean()
    .describe('There is a figure, and it is not shown because it would tell about single people.'),
  since: z.string().nullable().describe('Period or day since when it has been so, where the source says.'),
  ...cited,
  ...revised,
}
export const Observation = z.object(observation).register(components, { id: 'Observation' })

export const Baseline = z
  .object({
    ...observation,
    recomputed: z.boolean().describe('Recomputed by a newer methodology, so that results compare with it.'),
  })
  .describe('The measurement from which change is counted.')
  .register(components, { id: 'Baseline' })

export const Target = z
  .object({
    year: z.int().nullable().describe('Null where it was promised for no year.'),
    kind: z.enum(TARGET_KINDS),
    value: z
      .number()
      .nullable()
      .describe(
        '`absolute`: the value to reach; `range`: its lower end; `relative`: the change from the baseline.',
      ),
    valueTo: z.number().nullable().describe('`range`: its upper end.'),
    unit: z
      .string()
      .nullable()
      .describe('`relative`: `percent` of the baseline or `percentagePoint` added to it.'),
    needed: z
      .number()
      .nullable()
      .describe('The figure to reach in the unit of the series, where there is one.'),
    printed: z.string().nullable(),
    note: Local.nullable(),
    ...cited,
    ...revised,
  })
  .describe('What was promised, for a year or without one.')
  .register(components, { id: 'Target' })

export const Verdict = z
  .object({
    period,
    status: z
      .enum(['met', 'missed', 'onTrack', 'offTrack', 'notEvaluable'])
      .describe(
        '`met` and `missed` answer a target year, `onTrack` and `offTrack` a period on the way to one.',
      ),
    reason: z.enum(REASONS).nullable().describe('Why it cannot be judged.'),
    ...verdictCertainty,
    targetYear: z.int().nullable(),
    targetValue: z.number().nullable().describe('The figure asked for, in the unit of the series.'),
    value: Value.nullable().describe('The result that was judged; null when the period has none.'),
    arithmetic: Local.describe('The calculation, or the reason, in words.'),
  })
  .describe('Computed from result, baseline and target; never typed in.')
  .register(components, { id: 'Verdict' })
