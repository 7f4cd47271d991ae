import { useSpeech } from '#platform/i18n.tsx'
import type { CallForm } from '../../model.ts'
import type { CallTemplate } from '../template.ts'
import { AskedElements, CheckWords } from './call-facts.tsx'

/** What a template asks and why, folded. */
export function TemplateContent({ template }: { template: CallTemplate }) {
  const { text, local } = useSpeech()
  const form: CallForm = {
    elements: template.elements.map(({ definition, ...rest }, position) => ({
      ...definition,
      ...rest,
      elementId: definition.key,
      position,
      reuse: null,
    })),
    checks: template.checks.map((check, position) => ({ ...check, position })),
  }
  return (
    <>
      <p>{local(template.purpose)}</p>
      <details>
        <summary>{text('collection.call.asks', { count: form.elements.length })}</summary>
        <AskedElements form={form} />
        <h4>{text('collection.call.checks', { count: form.checks.length })}</h4>
        <CheckWords form={form} />
      </details>
    </>
  )
}
