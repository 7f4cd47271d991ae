import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Programme, Site } from '../institution.ts'
import { sayValidity } from '../words/times.ts'
import { SiteName } from './site-table.tsx'

type Props = { programmes: readonly Programme[]; sites: readonly Site[] }

/** What an institution offers, and where. */
export function ProgrammeTable({ programmes, sites }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const siteOf = (programme: Programme) => sites.find(({ key }) => key === programme.site)
  return (
    <Table
      caption={text('registry.programmes.caption', { count: programmes.length })}
      columns={[
        {
          heading: text('registry.programme'),
          cell: ({ name, code }) => (
            <>
              {local(name)}
              {code === null ? null : <span className="note">{code}</span>}
            </>
          ),
        },
        programmes.some(({ stage }) => stage !== null) && {
          heading: text('registry.stage'),
          cell: ({ stage }) => (stage === null ? null : text(`registry.stage.${stage}`)),
        },
        programmes.some(siteOf) && {
          heading: text('registry.site'),
          cell: (programme) => {
            const site = siteOf(programme)
            return site ? <SiteName site={site} /> : null
          },
        },
        programmes.some((programme) => sayValidity(programme, speech) !== null) && {
          heading: text('registry.version.time'),
          cell: (programme) => sayValidity(programme, speech),
        },
      ]}
      rows={programmes}
      rowKey={({ key }) => key}
    />
  )
}
