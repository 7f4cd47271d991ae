import { institutionAddress } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { Table } from '#platform/ui/table.tsx'
import type { Evidence } from '../../evidence.ts'
import { OrUnknown } from '../../parts/or-unknown.tsx'
import type { Works } from '../model.ts'

type Props = {
  works: readonly Works[]
  /** Of the same action; what is of the same institution and kind shows that works were done. */
  evidence: readonly Evidence[]
  institutions: readonly { key: string; name: LocalText }[]
  slug: string
}

/** Works on buildings and grounds: where, which, how they stand, and what shows it. */
export function WorksTable({ works, evidence, institutions, slug }: Props) {
  const { text, local, path } = useSpeech()
  const nameOf = new Map(institutions.map(({ key, name }) => [key, name]))
  return (
    <Table
      caption={text('strategy.works.caption', {
        count: works.length,
        done: works.filter(({ state }) => state === 'done').length,
      })}
      rows={[...works]}
      rowKey={({ code }) => code}
      columns={[
        {
          heading: text('strategy.works.what'),
          cell: ({ title, works: kind }) => (
            <>
              {local(title)} <span className="quiet">{text(`strategy.evidence.works.${kind}`)}</span>
            </>
          ),
        },
        {
          heading: text('strategy.works.where'),
          cell: ({ institution }) => {
            const name = nameOf.get(institution)
            return (
              <a href={path(`/${slug}${institutionAddress(institution)}`)}>
                {name ? local(name) : institution}
              </a>
            )
          },
        },
        { heading: text('strategy.works.state'), cell: ({ state }) => text(`strategy.works.state.${state}`) },
        { heading: text('strategy.works.time'), cell: (one) => <WorksTime works={one} /> },
        {
          heading: text('strategy.works.shownBy'),
          cell: (one) => {
            const shown = evidence.filter(
              ({ institution, works: kind }) => institution === one.institution && kind === one.works,
            )
            const [first] = shown
            if (!first) return <span className="quiet">{text('strategy.works.notShown')}</span>
            return (
              <a href={`#pieradijums-${first.code}`}>
                {text('strategy.works.evidence', { count: shown.length })}
              </a>
            )
          },
        },
      ]}
    />
  )
}

function WorksTime({ works: { startsOn, endsOn, doneOn } }: { works: Works }) {
  const { text, date } = useSpeech()
  const planned =
    startsOn && endsOn
      ? text('strategy.works.fromTo', { from: date(startsOn), to: date(endsOn) })
      : startsOn
        ? text('strategy.works.from', { day: date(startsOn) })
        : endsOn && text('strategy.works.until', { day: date(endsOn) })
  if (doneOn === null) return <OrUnknown>{planned}</OrUnknown>
  return (
    <>
      {text('strategy.works.doneAt', { day: date(doneOn) })}
      {planned ? <small className="note">{planned}</small> : null}
    </>
  )
}
