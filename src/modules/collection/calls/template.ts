import { z } from 'zod'
import { ElementDefinition } from '../definition.ts'
import { type CallForm, type DataCall, SEVERITIES } from '../model.ts'

const Local = z.object({ lv: z.string(), en: z.string() })

/** A call that is ready to be opened, as it is stored: what it asks and why, without whom and by whom. */
export const CallTemplate = z.object({
  title: Local,
  purpose: Local,
  legalBasis: Local,
  use: Local,
  period: z.string(),
  estimatedMinutes: z.number(),
  /** Dates that are suggested, as clocks in Riga show them. */
  opensAt: z.string(),
  dueAt: z.string(),
  locksAt: z.string(),
  elements: z.array(
    z.object({ definition: ElementDefinition, section: Local.nullable(), isRequired: z.boolean() }),
  ),
  checks: z.array(
    z.object({
      key: z.string(),
      expression: z.string(),
      severity: z.enum(SEVERITIES),
      message: Local,
    }),
  ),
})
export type CallTemplate = z.infer<typeof CallTemplate>

/** A template made of a call, with its dates as a suggestion. */
export function templateOf(
  call: Pick<DataCall, 'title' | 'purpose' | 'legalBasis' | 'use' | 'period' | 'estimatedMinutes'>,
  form: CallForm,
  dates: Pick<CallTemplate, 'opensAt' | 'dueAt' | 'locksAt'>,
): CallTemplate {
  const { title, purpose, legalBasis, use, period, estimatedMinutes } = call
  return {
    title,
    purpose,
    legalBasis,
    use,
    period,
    estimatedMinutes,
    ...dates,
    elements: form.elements.map(({ elementId, position, section, isRequired, reuse, ...definition }) => ({
      definition: ElementDefinition.parse(definition),
      section,
      isRequired,
    })),
    checks: form.checks.map(({ position, ...check }) => check),
  }
}
