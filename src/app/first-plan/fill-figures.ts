import type { DraftFiles, DraftRow } from '#platform/draft-dataset/tables.server.ts'
import { rowsOf, withRows } from './draft-rows.ts'

/** Fields of the form, each behind a full stop by the indicator's code. */
type Typed = Readonly<Record<string, string>>

/** Why there is no figure; an empty cell alone says nothing. */
export const MISSING_CHOICES = ['notMeasured', 'unknown', 'notReported'] as const

/**
 * The draft with the first figure and the target of each indicator. A figure is what the municipality stands on at
 * the beginning, so it is the baseline too. Cells are kept as they were typed; checking them is loading's.
 */
export function fillFigures(files: DraftFiles, typed: Typed): DraftFiles {
  const filled = rowsOf(files, 'indicators').map((indicator) => ({
    indicator,
    code: indicator.code ?? '',
    period: tidy(typed[`period.${indicator.code}`]),
    value: plainNumber(typed[`value.${indicator.code}`]),
    missing: tidy(typed[`missing.${indicator.code}`]),
    target: plainNumber(typed[`target.${indicator.code}`]),
    year: tidy(typed[`year.${indicator.code}`]),
  }))
  const measured = filled.filter(
    ({ period, value, missing }) => period !== '' || value !== '' || missing !== '',
  )
  return withRows(files, {
    observations: measured.map(({ indicator, code, period, value, missing }): DraftRow => {
      const of = { series: code, period }
      if (value === '') return { ...of, missing }
      return {
        ...of,
        value_kind: indicator.value_kind ?? '',
        number: value,
        unit: indicator.unit ?? '',
        missing,
      }
    }),
    baselines: measured
      .filter(({ value }) => value !== '')
      .map(({ code, period }) => ({ series: code, period, recomputed: 'no' })),
    targets: filled
      .filter(({ target, year }) => target !== '' || year !== '')
      .map(({ indicator, code, target, year }) => ({
        series: code,
        target_year: year,
        kind: 'absolute',
        value: target,
        unit: indicator.unit ?? '',
      })),
  })
}

/** What the form shows of a draft. */
export function figuresIn(files: DraftFiles): Typed {
  const shown: Record<string, string> = {}
  for (const { series, period = '', number = '', missing = '' } of rowsOf(files, 'observations')) {
    Object.assign(shown, {
      [`period.${series}`]: period,
      [`value.${series}`]: number.replace('.', ','),
      [`missing.${series}`]: missing,
    })
  }
  for (const { series, target_year = '', value = '' } of rowsOf(files, 'targets')) {
    Object.assign(shown, { [`target.${series}`]: value.replace('.', ','), [`year.${series}`]: target_year })
  }
  return shown
}

const tidy = (cell = '') => cell.trim()
/** People type a decimal comma; files with commas between their cells have a point. */
const plainNumber = (cell = '') => cell.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2')
