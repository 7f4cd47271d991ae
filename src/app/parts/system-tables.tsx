import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { SystemState } from '../system.service.server.ts'
import { useMoment } from './moment.ts'

/** Kinds of jobs with how many there are, and what is worked out from the data of each municipality. */
export function SystemTables({ queues, keepers }: Pick<SystemState, 'queues' | 'keepers'>) {
  const { text, number } = useSpeech()
  const moment = useMoment()
  const counted = (['waiting', 'running', 'retrying', 'dead', 'done'] as const).map((name) => ({
    heading: text(`app.system.jobs.${name}`),
    cell: (row: (typeof queues)[number]) => number(row[name]),
    className: 'n',
  }))
  return (
    <>
      <h2>{text('app.system.jobs')}</h2>
      <Table
        caption={text('app.system.jobsCaption')}
        rows={queues}
        rowKey={({ job }) => job}
        columns={[
          { heading: text('app.system.job'), cell: ({ job }) => job },
          ...counted,
          {
            heading: text('app.system.schedule'),
            cell: ({ schedule }) => schedule ?? '–',
          },
        ]}
      />
      <h2>{text('app.system.keepers')}</h2>
      <Table
        caption={text('app.system.keepersCaption')}
        rows={keepers}
        rowKey={({ municipality }) => municipality}
        columns={[
          {
            heading: text('app.system.municipality'),
            cell: ({ municipality }) => municipality,
          },
          {
            heading: text('app.system.current'),
            cell: ({ current, keepers: all }) => text('app.system.ofAll', { current, all }),
          },
          {
            heading: text('app.system.renewed'),
            cell: ({ renewedAt }) => (renewedAt === null ? '–' : moment(renewedAt)),
          },
        ]}
      />
    </>
  )
}
