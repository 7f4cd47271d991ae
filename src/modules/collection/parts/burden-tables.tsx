import { institutionAddress } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Column, Table } from '#platform/ui/table.tsx'
import { publicCallAddress } from '../addresses.ts'
import type { BurdenSum } from '../burden/sum-burden.ts'

/** Minutes as planned, and as those say who have. */
function useMinuteColumns<Row extends { sum: BurdenSum }>(): Column<Row>[] {
  const { text, number } = useSpeech()
  return [
    {
      heading: text('collection.burden.plannedMinutes'),
      className: 'n',
      cell: ({ sum }) => number(sum.plannedMinutes),
    },
    {
      heading: text('collection.burden.actualMinutes'),
      cell: ({ sum: { ofSaid, said, count } }) =>
        ofSaid === null
          ? text('collection.burden.notSaid')
          : text(said === count ? 'collection.burden.saidAll' : 'collection.burden.saidOf', {
              actual: number(ofSaid.actualMinutes),
              planned: number(ofSaid.plannedMinutes),
              said: number(said),
              all: number(count),
            }),
    },
  ]
}

type Call = { key: string; title: LocalText; dueAt: Date; sum: BurdenSum }

/** How long each call takes all institutions together. */
export function CallBurdenTable({ calls, slug }: { calls: readonly Call[]; slug: string }) {
  const { text, local, say, path, number } = useSpeech()
  const minutes = useMinuteColumns<Call>()
  return (
    <Table
      caption={text('collection.burden.calls.caption')}
      rows={calls}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('collection.burden.call'),
          cell: ({ key, title }) => <a href={path(publicCallAddress(slug, key))}>{local(title)}</a>,
        },
        {
          heading: text('collection.burden.due'),
          cell: ({ dueAt }) => say.day(municipalDay(new Date(dueAt))),
        },
        {
          heading: text('collection.burden.asked'),
          className: 'n',
          cell: ({ sum }) => number(sum.count),
        },
        ...minutes,
      ]}
    />
  )
}

type Institution = { key: string; name: LocalText; sum: BurdenSum }

/** How long all calls of the year take each institution. */
export function BurdenTable({ institutions, slug }: { institutions: readonly Institution[]; slug: string }) {
  const { text, local, path } = useSpeech()
  const minutes = useMinuteColumns<Institution>()
  return (
    <Table
      caption={text('collection.burden.institutions.caption')}
      isNarrow
      rows={institutions}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('collection.burden.institution'),
          cell: ({ key, name }) => <a href={path(`/${slug}${institutionAddress(key)}`)}>{local(name)}</a>,
        },
        ...minutes,
      ]}
    />
  )
}
