import { z } from 'zod'
import type { IndicatorTemplate } from '#modules/indicators.server'
import type { DraftFiles, DraftRow } from '#platform/draft-dataset/tables.server.ts'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { rowsOf, withRows } from './draft-rows.ts'

/** Fields of the form: `pick.<template>` and `goal.<template>` of the catalogue, `goal.<code>` of what one has added. */
type Typed = Readonly<Record<string, string>>

/** An indicator that the catalogue does not have. */
export const OwnIndicator = z.object({
  title: typedText({ minimum: 3, maximum: 200 }).meta({
    label: 'app.firstPlan.own.title',
  } satisfies FieldMeta),
  unit: z.enum(['count', 'percent', 'EUR', 'point']).meta({
    label: 'app.firstPlan.own.unit',
  } satisfies FieldMeta),
  direction: z.enum(['up', 'down', 'none']).meta({
    label: 'app.firstPlan.own.direction',
  } satisfies FieldMeta),
  aboutPersons: z.enum(['yes', 'no']).meta({
    label: 'app.firstPlan.own.aboutPersons',
    hint: 'app.firstPlan.own.aboutPersons.hint',
  } satisfies FieldMeta),
  goal: z
    .string()
    .meta({ label: 'app.firstPlan.indicators.goal' } satisfies FieldMeta)
    .optional(),
})
export type OwnIndicator = z.infer<typeof OwnIndicator>

/**
 * The draft with the chosen indicators of the catalogue, besides those that were added by hand. What is no longer
 * chosen goes with its figures; what stays keeps its code.
 */
export function chooseTemplates(
  files: DraftFiles,
  templates: readonly IndicatorTemplate[],
  typed: Typed,
): DraftFiles {
  const before = rowsOf(files, 'indicators')
  const goals = new Set(rowsOf(files, 'goals').map(({ code }) => code))
  const goalOf = (name: string) => {
    const goal = typed[`goal.${name}`] ?? ''
    return goals.has(goal) ? goal : ''
  }
  const own = before
    .filter(({ template }) => !template)
    .map((row) => ({ ...row, goal: goalOf(row.code ?? '') || (row.goal ?? '') }))
  let next = nextCode(before)
  const chosen = templates
    .filter(({ code }) => typed[`pick.${code}`] !== undefined)
    .map((template): DraftRow => {
      const known = before.find((row) => row.template === template.code)
      const code = known?.code ?? String(next++)
      return { ...rowOf(template), code, goal: goalOf(template.code) }
    })
  return withIndicators(files, [...chosen, ...own], templates)
}

/** The draft with one more indicator of one's own. */
export function addOwnIndicator(
  files: DraftFiles,
  entry: OwnIndicator,
  templates: readonly IndicatorTemplate[],
): DraftFiles {
  const before = rowsOf(files, 'indicators')
  const row = {
    code: String(nextCode(before)),
    goal: entry.goal ?? '',
    title_lv: entry.title,
    title_en: entry.title,
    unit: entry.unit,
    direction: entry.direction,
    value_kind: entry.unit === 'percent' ? 'share' : 'number',
    about_persons: entry.aboutPersons,
    data_minimum: 'no',
  }
  return withIndicators(files, [...before, row], templates)
}

export function removeIndicator(
  files: DraftFiles,
  code: string,
  templates: readonly IndicatorTemplate[],
): DraftFiles {
  const rest = rowsOf(files, 'indicators').filter((row) => row.code !== code)
  return withIndicators(files, rest, templates)
}

const nextCode = (rows: readonly DraftRow[]) => Math.max(0, ...rows.map(({ code }) => Number(code))) + 1

/** Each indicator has one series, of the whole municipality; what is left without one is left out. */
function withIndicators(
  files: DraftFiles,
  rows: readonly DraftRow[],
  templates: readonly IndicatorTemplate[],
): DraftFiles {
  const indicators = rows
    .toSorted((a, b) => Number(a.code) - Number(b.code))
    .map((row, index): DraftRow => ({ ...row, position: String(index + 1) }))
  const codes = new Set(indicators.map(({ code }) => code))
  const kept = (file: 'observations' | 'targets' | 'baselines') =>
    rowsOf(files, file).filter(({ series }) => codes.has(series))
  const methods = indicators.flatMap((row): DraftRow[] => {
    const template = templates.find(({ code }) => code === row.template)
    return template ? [methodOf(template, row.code ?? '')] : []
  })
  return withRows(files, {
    indicators,
    methodologies: methods,
    series: indicators.map(({ code = '' }) => ({ key: code, indicator: code, position: '1' })),
    observations: kept('observations'),
    targets: kept('targets'),
    baselines: kept('baselines'),
  })
}

const rowOf = (template: IndicatorTemplate): DraftRow => ({
  template: template.code,
  title_lv: template.title_lv,
  title_en: template.title_en,
  definition_lv: template.definition_lv,
  definition_en: template.definition_en,
  unit: template.unit,
  direction: template.direction,
  value_kind: template.value_kind,
  frequency: template.frequency,
  about_persons: template.about_persons ? 'yes' : 'no',
  rests_on: template.rests_on ?? '',
  data_source_lv: template.data_source_lv,
  data_source_en: template.data_source_en,
  data_minimum: 'no',
})

const methodOf = (template: IndicatorTemplate, indicator: string): DraftRow => ({
  indicator,
  version: '1',
  text_lv: template.definition_lv,
  text_en: template.definition_en,
  numerator_lv: template.numerator_lv ?? '',
  numerator_en: template.numerator_en ?? '',
  denominator_lv: template.denominator_lv ?? '',
  denominator_en: template.denominator_en ?? '',
})
