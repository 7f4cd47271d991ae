import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { institutionAddress } from '../institution-address.ts'
import { type Described, unstatedOf } from '../institution-facts.ts'
import { byType } from '../institution-filter.ts'
import { spanOf } from '../institution-on.ts'
import { INSTITUTION_SORTING } from '../institution-sorting.ts'
import { sayFounder, sayType } from '../words/institution.ts'

type Props = {
  institutions: readonly Described[]
  day: string
  slug: string
  /** The day asked for; undefined when it is today's. */
  on: string | undefined
}

/** Institutions by kind. A cell is empty where no source states it, and a column that no source fills is left out. */
export function InstitutionTable({ institutions, day, slug, on }: Props) {
  const speech = useSpeech()
  const { text, local, say, path } = speech
  const isStated = (fact: 'founder' | 'since' | 'sites') =>
    institutions.some((one) => !unstatedOf(one).includes(fact))
  return (
    <Table
      caption={text('registry.institutions.caption', { day: say.day(day) })}
      className="dense"
      sorting={INSTITUTION_SORTING}
      columns={[
        {
          heading: text('registry.institution'),
          cell: ({ institution, version }) => (
            <>
              <a href={path(`/${slug}${institutionAddress(institution.key, on)}`)}>{local(version.name)}</a>
              {version.shortName ? <span className="note">{local(version.shortName)}</span> : null}
            </>
          ),
          sort: { key: 'name', value: ({ version }) => local(version.name) },
        },
        isStated('founder') && {
          heading: text('registry.founder'),
          cell: ({ version }) => sayFounder(version, speech),
          sort: { key: 'founder', value: ({ version }) => sayFounder(version, speech) },
        },
        isStated('sites') && {
          heading: text('registry.sites'),
          className: 'n',
          cell: ({ sites }) => (sites.length > 0 ? say.number(sites.length) : null),
          sort: { key: 'sites', value: ({ sites }) => sites.length || null, first: 'down' },
        },
        isStated('since') && {
          heading: text('registry.since'),
          className: 'n',
          cell: ({ institution }) => {
            const { validFrom } = spanOf(institution)
            return validFrom === null ? null : say.day(validFrom)
          },
          sort: { key: 'since', value: ({ institution }) => spanOf(institution).validFrom },
        },
      ]}
      groups={byType(institutions).map(({ type, rows }) => ({
        key: type,
        rows,
        lead: rows[0] && `${sayType(rows[0].version, speech)} (${say.number(rows.length)})`,
      }))}
      rowKey={({ institution }) => institution.key}
    />
  )
}
