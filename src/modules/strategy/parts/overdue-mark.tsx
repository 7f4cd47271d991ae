import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'

/** Says that an action should have been done by now and is not. */
export function OverdueMark({ isOverdue }: { isOverdue: boolean }) {
  const { text } = useSpeech()
  return isOverdue ? <Chip kind="missed" label={text('strategy.overdue')} /> : null
}
