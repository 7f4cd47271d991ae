import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { Standing } from '../standing.ts'

/** Kind of the chip, by whose sign and colour each standing is told. */
const CHIP_OF: Readonly<Record<Standing, string>> = {
  unasked: 'obstacle',
  overdue: 'missed',
  silent: 'missed',
  returned: 'deferred',
  waiting: 'message-new',
  reported: 'message-assigned',
  accepted: 'implemented',
}

/** Where an action stands in a round, in words with a sign. */
export function StandingChip({ standing }: { standing: Standing }) {
  const { text } = useSpeech()
  return <Chip kind={CHIP_OF[standing]} label={text(`strategy.round.standing.${standing}`)} />
}
