import { useSpeech } from '#platform/i18n.tsx'
import { type Guidance, stepsIn } from '../guidance.ts'

/** What to do now, a step after another; nothing where nobody has said it. */
export function GuideSteps({ of }: { of: Guidance }) {
  const { local } = useSpeech()
  const standard = useStandard(of)
  const steps = stepsIn(of.edited ? local(of.edited) : standard)
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}

/** The same, folded away under a line, which says what it is about where several stand together. */
export function Guide({ of, about }: { of: Guidance; about?: string }) {
  const { text } = useSpeech()
  const standard = useStandard(of)
  if (!of.edited && standard === '') return null
  return (
    <details className="fold">
      <summary>{[text('findings.guidance.todo'), about].filter(Boolean).join(': ')}</summary>
      <GuideSteps of={of} />
    </details>
  )
}

/** The standard text; empty where a module brings none. */
function useStandard({ standard }: Guidance): string {
  const { text } = useSpeech()
  const words = text(standard)
  return words === standard ? '' : words
}
