import { z } from 'zod'
import { components } from '#platform/api/components.ts'

/** A text in both languages. */
export const Local = z.object({ lv: z.string(), en: z.string() }).register(components, { id: 'LocalText' })

export const day = z.iso.date()
export const instant = z.iso.datetime()

/** Where something stands in a document. */
export const cited = {
  source: z.string().nullable().describe('Key of the source document; the strategy lists its sources.'),
  locator: z.string().nullable().describe('Where in the source, e.g. a table and a row.'),
}

/** Which state of a figure this is. */
export const revised = {
  revision: z.int().min(1).describe('1 when first recorded; each correction adds one.'),
  recordedAt: instant,
}

export const period = z
  .string()
  .describe('School year `2024/2025`, calendar year `2021`, or `unknown` when the source states none.')

export const PeriodRule = z
  .array(z.object({ period, targetYear: z.int() }))
  .describe('Which target year the result of a period answers.')
  .register(components, { id: 'PeriodRule' })

export const strategyId = z.string().describe('Public id of the strategy, e.g. `liepaja-2020-2025`.')

/** What an answer says of the period whose results it judges. */
export const judgedPeriod = {
  period: period.describe('Period whose results are judged.'),
  targetYear: z.int().nullable().describe('Target year that the period answers; null when it answers none.'),
  periodRule: PeriodRule,
}
