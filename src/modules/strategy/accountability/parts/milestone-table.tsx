import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { OrUnknown } from '../../parts/or-unknown.tsx'
import type { Milestone } from '../model.ts'

type Props = { milestones: readonly Milestone[]; today: string }

/** What is to be reached and handed over, by when, and what of it is done. */
export function MilestoneTable({ milestones, today }: Props) {
  const { text, local, date } = useSpeech()
  const done = milestones.filter(({ doneOn }) => doneOn !== null).length
  return (
    <Table
      caption={text('strategy.milestone.caption', { done, count: milestones.length })}
      rows={[...milestones]}
      rowKey={({ code }) => code}
      columns={[
        {
          heading: text('strategy.milestone.what'),
          cell: ({ title, kind }) => (
            <>
              {local(title)} <span className="quiet">{text(`strategy.milestone.kind.${kind}`)}</span>
            </>
          ),
        },
        {
          heading: text('strategy.milestone.due'),
          cell: ({ dueOn, doneOn }) => (
            <>
              <OrUnknown>{dueOn && date(dueOn)}</OrUnknown>{' '}
              {dueOn !== null && doneOn === null && dueOn < today ? (
                <span className="chip offTrack">
                  <span aria-hidden="true">!</span> {text('strategy.overdue')}
                </span>
              ) : null}
            </>
          ),
        },
        {
          heading: text('strategy.milestone.done'),
          cell: ({ doneOn }) =>
            doneOn === null ? (
              <span className="quiet">{text('strategy.milestone.notDone')}</span>
            ) : (
              date(doneOn)
            ),
        },
      ]}
    />
  )
}
