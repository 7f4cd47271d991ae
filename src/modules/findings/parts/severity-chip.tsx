import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { Severity } from '../model.ts'

/** How much a finding weighs, in a word with a sign. */
export function SeverityChip({ severity }: { severity: Severity }) {
  const { text } = useSpeech()
  return <Chip kind={severity} label={text(`findings.severity.${severity}`)} />
}
