import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { ImplementationStatus } from '../model.ts'

/** How far an action has come, with a sign beside the word; says so when nobody has reported. */
export function StatusChip({ status }: { status: ImplementationStatus | undefined }) {
  const { text } = useSpeech()
  if (!status) return <span className="quiet">{text('strategy.status.unreported')}</span>
  return <Chip kind={status} label={text(`strategy.status.${status}`)} />
}
