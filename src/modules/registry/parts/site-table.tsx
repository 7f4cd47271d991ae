import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Site } from '../institution.ts'
import { sayValidity } from '../words/times.ts'

/** Where an institution teaches. */
export function SiteTable({ sites }: { sites: readonly Site[] }) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <Table
      caption={text('registry.sites.caption', { count: sites.length })}
      columns={[
        { heading: text('registry.site'), cell: (site) => <SiteName site={site} /> },
        sites.some(({ name, address }) => name !== null && address !== null) && {
          heading: text('registry.site.address'),
          cell: ({ name, address }) => (name && address ? <span lang="lv">{address}</span> : null),
        },
        sites.some((site) => sayValidity(site, speech) !== null) && {
          heading: text('registry.version.time'),
          cell: (site) => sayValidity(site, speech),
        },
      ]}
      rows={sites}
      rowKey={({ key }) => key}
    />
  )
}

/** A site by its own name, or else by its address. */
export function SiteName({ site: { key, name, address } }: { site: Site }) {
  const { local } = useSpeech()
  if (name) return local(name)
  return address === null ? key : <span lang="lv">{address}</span>
}
