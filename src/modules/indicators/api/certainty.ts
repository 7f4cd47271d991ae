import { z } from 'zod'
import { components } from '#platform/api/components.ts'
import type { CsvCell } from '#platform/csv.ts'
import { certaintyOf, INTERVAL_METHODS, LEVEL } from '../certainty.ts'
import { distanceOf, STEPS } from '../distance.ts'
import { EVIDENCE_METHODS, type Indicator, type Observation } from '../model.ts'
import { SURENESS, type Verdict } from '../verdict.ts'

export const Certainty = z
  .object({
    n: z.int().nullable().describe('How many answered or were measured; null when it is not known.'),
    interval: z
      .object({
        low: z.number(),
        high: z.number(),
        method: z
          .enum(INTERVAL_METHODS)
          .describe(
            '`stated` by the source; `t` or `normal` from its standard error; of a share of those who answered ' +
              `\`wilson\`, or in a survey’s table ${EVIDENCE_METHODS.map((method) => `\`${method}\``).join(', ')}.`,
          ),
        level: z.literal(LEVEL),
      })
      .nullable()
      .describe('In the unit of the figure; both ends belong to it. Null where none can be given.'),
    source: z
      .enum(['figure', 'survey'])
      .nullable()
      .describe('Whether that stands beside the figure or in the table of a survey.'),
    address: z
      .string()
      .nullable()
      .describe('Where the survey shows the figure, below the address of the municipality.'),
  })
  .nullable()
  .describe(
    'How sure a figure is; null where it neither counts answers of people nor is a mean, as far as the source says.',
  )
  .register(components, { id: 'Certainty' })
type Certainty = z.infer<typeof Certainty>

/** What a verdict says of how sure it is, and of how far the result is from what was asked for. */
export const verdictCertainty = {
  certainty: z
    .enum(SURENESS)
    .describe(
      '`certain`: what was asked for lies outside the interval of the result; `withinChance`: not certain, the ' +
        'difference is within chance; `unknown`: the result counts answers or is a mean, and no interval is known; ' +
        '`none`: that is no question. It never changes the status.',
    ),
  gap: z
    .number()
    .nullable()
    .describe(
      'Result minus what was asked for, in the unit of the series; null where no numbers were compared.',
    ),
  step: z
    .enum(STEPS)
    .nullable()
    .describe(
      'How large that is by what was asked for: `small` below a tenth, `large` from about a third (0.3) on; null without a gap, or where zero was asked for.',
    ),
}

export function showCertainty(indicator: Indicator, observation: Observation): Certainty {
  const certainty = certaintyOf(indicator, observation)
  if (certainty === null) return null
  const { interval } = certainty
  if (interval === null) return { ...certainty, interval: null }
  const { low, high, method } = interval
  return { ...certainty, interval: { low: rounded(low), high: rounded(high), method, level: LEVEL } }
}

export function showVerdictCertainty(verdict: Verdict) {
  const distance = distanceOf(verdict)
  return { certainty: verdict.certainty, gap: distance?.difference ?? null, step: distance?.step ?? null }
}

/** The cells of how sure a figure is, for a table whose columns begin with `name`. */
export const certaintyColumns = <Row>(
  name: string,
  read: (row: Row) => Certainty | undefined,
): Record<string, (row: Row) => CsvCell> => ({
  [`${name}_n`]: (row) => read(row)?.n,
  [`${name}_low`]: (row) => read(row)?.interval?.low,
  [`${name}_high`]: (row) => read(row)?.interval?.high,
  [`${name}_method`]: (row) => read(row)?.interval?.method,
  [`${name}_address`]: (row) => read(row)?.address,
})

/** Without the noise of binary fractions; far finer than anything a sample can say. */
const rounded = (bound: number) => Number(bound.toFixed(4))
