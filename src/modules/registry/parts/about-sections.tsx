import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { TakeAway } from '#platform/ui/download-links.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { AboutSection, InstitutionFigure, InstitutionLink } from '../about-institution.ts'

type Props = {
  sections: readonly AboutSection[]
  /** Name of the municipality in addresses. */
  slug: string
}

/** Longer lists of what is not about the institution alone are folded. */
const MOST_AT_SIGHT = 4

const hasMore = ({ figures = [], links = [] }: AboutSection) => figures.length + links.length > 0

/** What the modules know about an institution, each under its heading. */
export function AboutSections({ sections, slug }: Props) {
  const { text } = useSpeech()
  return sections.filter(hasMore).map((section) => {
    const { title, scope, links = [], figures = [], files } = section
    const count = links.length + figures.length
    const lists = (
      <>
        {figures.length > 0 ? <FigureTable figures={figures} slug={slug} /> : null}
        {links.length > 0 ? <LinkList links={links} slug={slug} /> : null}
        {files ? <TakeAway {...files} /> : null}
      </>
    )
    return (
      <section key={title}>
        <h2>{text(title)}</h2>
        {scope ? <p>{text(scope)}</p> : null}
        {section.isOwn || count <= MOST_AT_SIGHT ? (
          lists
        ) : (
          <details>
            <summary>{text('registry.about.show', { count })}</summary>
            {lists}
          </details>
        )}
      </section>
    )
  })
}

function FigureTable({ figures, slug }: { figures: readonly InstitutionFigure[]; slug: string }) {
  const { text, path } = useSpeech()
  return (
    <Table
      caption={text('registry.about.caption')}
      columns={[
        {
          heading: text('registry.about.figure'),
          cell: ({ address, name }) => <a href={path(`/${slug}${address}`)}>{name}</a>,
        },
        {
          heading: text('registry.about.value'),
          className: 'n',
          cell: ({ value, period, certainty, note }) => (
            <>
              <strong>{value}</strong>
              <span className="note">{period}</span>
              {certainty ? <span className="note">{certainty}</span> : null}
              {note ? <span className="note">{note}</span> : null}
            </>
          ),
        },
        figures.some(({ verdict }) => verdict !== null) && {
          heading: text('registry.about.verdict'),
          cell: ({ verdict }) => (verdict ? <Chip {...verdict} /> : null),
        },
      ]}
      rows={figures}
      rowKey={({ address }) => address}
    />
  )
}

function LinkList({ links, slug }: { links: readonly InstitutionLink[]; slug: string }) {
  const { path } = useSpeech()
  return (
    <ul className="list">
      {links.map(({ address, name, note }) => (
        <li key={address}>
          <a href={path(`/${slug}${address}`)}>{name}</a>
          {note ? <small>{note}</small> : null}
        </li>
      ))}
    </ul>
  )
}

/** What is not known here of an institution, and why. */
export function AbsentAbout({ sections }: Pick<Props, 'sections'>) {
  const { text } = useSpeech()
  const absent = sections.flatMap((section) => (hasMore(section) ? [] : (section.absent ?? [])))
  if (absent.length === 0) return null
  return (
    <section>
      <h2>{text('registry.about.absent')}</h2>
      <ul>
        {absent.map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
    </section>
  )
}
