import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import { dutyAddress } from '../duty.ts'
import type { DutyTime, InstitutionStood } from '../read-duties.server.ts'
import { isToBePublic, StoodWords } from './duty-state.tsx'

type Props = { time: DutyTime; institutions: readonly InstitutionStood[]; slug: string }

/** Each institution that has a duty, those that have not done it first. */
export function InstitutionList({ time, institutions, slug }: Props) {
  const { text, local, path } = useSpeech()
  const isOpen = ({ doneOn, standing }: InstitutionStood) => doneOn === null && standing !== 'notApplicable'
  const rows = [...institutions.filter(isOpen), ...institutions.filter((one) => !isOpen(one))]
  return (
    <Table
      caption={text('work.duties.byInstitution')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('work.duties.institution'),
          cell: ({ key, name }) => (
            <a href={path(dutyAddress(slug, time.rule.key, time.period, key))}>{local(name)}</a>
          ),
        },
        {
          heading: text('work.duties.state'),
          cell: ({ standing }) => (
            <Chip kind={`duty-${standing}`} label={text(`work.duties.standing.${standing}`)} />
          ),
        },
        {
          heading: text('work.duties.evidence'),
          cell: (row) =>
            isOpen(row) ? (
              <span className="quiet">–</span>
            ) : (
              <StoodWords stood={row} slug={slug} isToBePublic={isToBePublic(time)} />
            ),
        },
      ]}
    />
  )
}
