import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import type { Evidence } from '../../evidence.ts'
import type { Action, ExternalFactor } from '../../model.ts'
import type { Attached, NationalGoal } from '../model.ts'
import { FundingTable } from './funding-table.tsx'
import { MilestoneTable } from './milestone-table.tsx'
import { NationalOfAction } from './national-of-action.tsx'
import { PartyList } from './party-list.tsx'
import { RisksOfAction } from './risks-of-action.tsx'
import { WorksTable } from './works-table.tsx'

type Props = {
  action: Pick<Action, 'code' | 'direction' | 'goal'>
  attached: Attached
  factors: readonly ExternalFactor[]
  national: readonly NationalGoal[]
  evidence: readonly Evidence[]
  places: readonly { key: string; name: LocalText }[]
  slug: string
  today: string
}

/** What hangs on an action: who does what by when with what money, works, what may hold it up, and what it serves. */
export function ActionAttachments({
  action,
  attached,
  factors,
  national,
  evidence,
  places,
  slug,
  today,
}: Props) {
  const { text } = useSpeech()
  const { parties, milestones, funding, works } = attached
  return (
    <>
      {milestones.length > 0 ? (
        <section>
          <h2>{text('strategy.milestone.title')}</h2>
          <MilestoneTable milestones={milestones} today={today} />
        </section>
      ) : null}
      {parties.length > 0 ? (
        <section>
          <h2>{text('strategy.party.title')}</h2>
          <PartyList parties={parties} slug={slug} />
        </section>
      ) : null}
      {funding.length > 0 ? (
        <section>
          <h2>{text('strategy.funding.title')}</h2>
          <FundingTable funding={funding} action={action.code} />
        </section>
      ) : null}
      {works.length > 0 ? (
        <section>
          <h2>{text('strategy.works.title')}</h2>
          <WorksTable works={works} evidence={evidence} institutions={places} slug={slug} />
        </section>
      ) : null}
      <RisksOfAction action={action} attached={attached} factors={factors} />
      <NationalOfAction action={action} links={attached.nationalLinks} national={national} />
    </>
  )
}
