import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { PlanOfWork, PlanState } from '../model.ts'

const CHIP_OF: Readonly<Record<PlanState, string>> = {
  draft: 'state-open',
  submitted: 'notice',
  agreed: 'met',
  withdrawn: 'state-closed',
}

/** Where a plan stands, with a sign beside the word. */
export function PlanStateChip({ state }: Pick<PlanOfWork, 'state'>) {
  const { text } = useSpeech()
  return <Chip kind={CHIP_OF[state]} label={text(`strategy.alignment.state.${state}`)} />
}

/** Whatever people write in plans they write in Latvian. */
export const InLatvian = ({ children }: { children: ReactNode }) => <span lang="lv">{children}</span>

/** Whose a plan is. */
export function PlanOwnerName({ owner }: Pick<PlanOfWork, 'owner'>) {
  const { text, local } = useSpeech()
  return owner ? local(owner.name) : text('strategy.alignment.department')
}

/** From when to when a plan is, in years where it is whole years. */
export function PlanTime({ startsOn, endsOn }: Pick<PlanOfWork, 'startsOn' | 'endsOn'>) {
  const { say } = useSpeech()
  const isOfYears = startsOn.endsWith('-01-01') && endsOn.endsWith('-12-31')
  if (!isOfYears) return `${say.day(startsOn)} – ${say.day(endsOn)}`
  const [from, to] = [startsOn.slice(0, 4), endsOn.slice(0, 4)]
  return from === to ? from : `${from}–${to}`
}
