import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { reviewAddress } from '../../addresses.ts'
import type { DataCall, Option } from '../../model.ts'
import type { AskedWorks } from '../read-works.server.ts'
import type { Work } from '../works-result.ts'

type Props = {
  slug: string
  call: DataCall
  works: readonly Option[]
  institutions: readonly AskedWorks[]
}

const EUROS = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const

/** Each institution that is asked, with how far its works are and its pictures. */
export function InstitutionWorksTable({ slug, call, works, institutions }: Props) {
  const { text, local, path, number } = useSpeech()
  const say = (work: Work | undefined) => {
    if (!work?.state && work?.cost == null) return text('collection.campaigns.unsaid')
    return [
      work.state ? text(`collection.campaigns.state.${work.state}`) : text('collection.campaigns.unsaid'),
      work.cost === null ? '' : number(work.cost, EUROS),
      work.note ?? '',
    ]
      .filter(Boolean)
      .join(', ')
  }
  return (
    <Table
      caption={text('collection.campaigns.byInstitution')}
      rows={institutions}
      rowKey={(row: AskedWorks) => row.key}
      columns={[
        {
          heading: text('collection.campaigns.institution'),
          cell: ({ key, institution, works: given }) =>
            given ? (
              <a href={path(reviewAddress(slug, call.key, key))}>{local(institution.name)}</a>
            ) : (
              local(institution.name)
            ),
        },
        ...works.map(({ key, name }) => ({
          heading: local(name),
          cell: ({ works: given }: AskedWorks) =>
            given ? say(given.works.get(key)) : <span className="quiet">–</span>,
        })),
        {
          heading: text('collection.campaigns.photos'),
          cell: ({ works: given }) =>
            given
              ? given.photos.map((id, place) => (
                  <a key={id} href={path(`/darbs/${slug}/datnes/${id}`)}>
                    {text('collection.campaigns.photo', { number: place + 1 })}{' '}
                  </a>
                ))
              : text('collection.campaigns.notHandedIn'),
        },
      ]}
    />
  )
}
