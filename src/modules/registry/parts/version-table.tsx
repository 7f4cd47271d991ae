import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { InstitutionVersion } from '../institution.ts'
import { sayValidity } from '../words/times.ts'

type Props = { versions: readonly InstitutionVersion[]; current: InstitutionVersion }

/** What an institution was called over time, and why that changed. */
export function VersionTable({ versions, current }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  return (
    <Table
      caption={text('registry.versions.caption')}
      columns={[
        {
          heading: text('registry.version.name'),
          cellClass: ({ version }) => (version === current.version ? 'strong' : undefined),
          cell: ({ name }) => local(name),
        },
        {
          heading: text('registry.version.time'),
          cell: (version) =>
            sayValidity(version, speech) ?? <span className="quiet">{text('registry.time.notStated')}</span>,
        },
        versions.some(({ reason, endReason }) => reason !== null || endReason !== null) && {
          heading: text('registry.version.reason'),
          cell: ({ reason, endReason }) => (
            <>
              {reason ? <span className="line">{local(reason)}</span> : null}
              {endReason ? <span className="line">{local(endReason)}</span> : null}
            </>
          ),
        },
      ]}
      rows={versions}
      rowKey={({ version }) => String(version)}
    />
  )
}
