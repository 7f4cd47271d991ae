import { z } from 'zod'
import type { Complaints, FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { parsePeriod } from '#platform/period.ts'
import type { CallForm, Check, Element } from '../model.ts'
import { expressionComplaint } from './expression-complaint.ts'
import { type KindWords, readColumns } from './option-lines.ts'
import type { CallTemplate } from './template.ts'
import { complaintsOfDates, templateDates } from './template-dates.ts'

const text = (label: FieldMeta['label'], hint?: FieldMeta['label'], maximum = 4000) =>
  typedText({ minimum: 3, maximum, hasLines: maximum > 500 }).meta({ label, ...(hint ? { hint } : {}) })

/** A template as a plain form: texts, dates, and a line for each element and each check. */
export const TemplateForm = z.object({
  titleLv: text('collection.call.titleLv', undefined, 200),
  titleEn: text('collection.call.titleEn', 'collection.edit.en.hint', 200).optional(),
  purpose: text('collection.call.purpose', 'collection.call.purpose.hint'),
  legalBasis: text('collection.call.legal_basis', 'collection.call.legal_basis.hint'),
  use: text('collection.call.use', 'collection.call.use.hint'),
  period: text('collection.call.period', 'collection.call.period.hint', 20),
  ...templateDates,
  minutes: z.coerce
    .number('collection.call.minutes.form')
    .int('collection.call.minutes.form')
    .min(1, 'collection.call.minutes.form')
    .max(6000, 'collection.call.minutes.form')
    .meta({ label: 'collection.call.minutes' } satisfies FieldMeta),
  elements: text('collection.template.elements', 'collection.template.elements.hint', 20_000),
  isMinimum: z
    .literal('yes')
    .optional()
    .meta({ label: 'collection.template.isMinimum' } satisfies FieldMeta),
  reason: text('collection.element.reasonLv', 'collection.element.reason.hint').optional(),
  isAboutPeople: z
    .literal('yes')
    .optional()
    .meta({
      label: 'collection.template.isAboutPeople',
      hint: 'collection.element.isAboutPeople.hint',
    } satisfies FieldMeta),
  checks: text('collection.template.checks', 'collection.template.checks.hint', 20_000).optional(),
})
type Typed = z.infer<typeof TemplateForm>

/** A template as it was typed, or everything that is wrong with it. */
export function readTemplate(
  typed: Typed,
  words: KindWords,
): { template: CallTemplate } | { complaints: Complaints } {
  const complaints: Record<string, Complaints[string]> = { ...complaintsOfDates(typed) }
  if (parsePeriod(typed.period) === null) complaints.period = [{ reason: 'collection.call.period.form' }]
  const { read, complaint } = readColumns(typed.elements, words)
  if (complaint) complaints.elements = [complaint]
  const isMinimum = typed.isMinimum === 'yes'
  const reason = typed.reason === undefined ? null : both(typed.reason)
  if (!isMinimum && reason === null) complaints.reason = [{ reason: 'collection.element.reason.missing' }]
  const elements = read.map(
    (column): Omit<Element, 'id'> => ({
      ...column,
      help: null,
      rows: [],
      columns: [],
      isMinimum,
      reason,
      isAboutPeople: typed.isAboutPeople === 'yes' && column.kind !== 'money',
      register: null,
    }),
  )
  const checks = readChecks(typed.checks ?? '', elements)
  if ('complaint' in checks) complaints.checks = [checks.complaint]
  if (Object.keys(complaints).length > 0 || 'complaint' in checks) return { complaints }
  const { opensAt, dueAt, locksAt, period } = typed
  return {
    template: {
      title: both(typed.titleLv, typed.titleEn),
      purpose: both(typed.purpose),
      legalBasis: both(typed.legalBasis),
      use: both(typed.use),
      period,
      estimatedMinutes: typed.minutes,
      opensAt,
      dueAt,
      locksAt,
      elements: elements.map((definition) => ({
        definition: {
          ...definition,
          choices: [...definition.choices],
          rows: [],
          columns: [],
        },
        section: null,
        isRequired: true,
      })),
      checks: checks.read,
    },
  }
}

const both = (lv: string, en = lv) => ({ lv, en })

/** Checks typed one a line: `hard | total = boys + girls | message | message in English`. */
function readChecks(typed: string, elements: readonly Omit<Element, 'id'>[]) {
  const form: Pick<CallForm, 'elements'> = {
    elements: elements.map((one, position) => ({
      ...one,
      elementId: one.key,
      position,
      section: null,
      isRequired: true,
      reuse: null,
    })),
  }
  const read: Omit<Check, 'position'>[] = []
  for (const [place, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue
    const [severity = '', expression = '', lv = '', en] = line.split('|').map((part) => part.trim())
    const isKnown = severity === 'hard' || severity === 'soft'
    const amiss =
      !isKnown || expression === '' || lv === ''
        ? ({ reason: 'collection.template.checks.form', values: {} } as const)
        : expressionComplaint(expression, form)
    if (amiss)
      return {
        complaint:
          amiss.reason === 'collection.template.checks.form'
            ? { ...amiss, values: { line: place + 1 } }
            : amiss,
      }
    read.push({
      key: `check_${read.length + 1}`,
      severity: severity === 'soft' ? 'soft' : 'hard',
      expression,
      message: both(lv, en || lv),
    })
  }
  return { read }
}
