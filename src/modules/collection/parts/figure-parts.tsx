import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { reviewAddress } from '../addresses.ts'
import type { MadeFigure } from '../life/read-figures.server.ts'
import type { Part } from '../life/read-results.server.ts'

type Props = { figure: MadeFigure; parts: readonly Part[]; slug: string; call: string }

/** What a figure of all institutions together is made of, institution by institution. */
export function FigureParts({ figure, parts, slug, call }: Props) {
  const { text, local, say, path } = useSpeech()
  const title = local(figure.title)
  return (
    <details>
      <summary>{text('collection.results.madeOf', { figure: title })}</summary>
      <Table
        caption={text('collection.results.madeOf', { figure: title })}
        rows={parts}
        rowKey={({ institution }) => institution.key}
        columns={[
          {
            heading: text('collection.results.institution'),
            cell: ({ institution, isBeingMended }) => (
              <>
                <a href={path(reviewAddress(slug, call, institution.key))}>{local(institution.name)}</a>
                {isBeingMended ? <span className="note">{text('collection.results.mending')}</span> : null}
              </>
            ),
          },
          {
            heading: text('collection.results.numerator'),
            className: 'n',
            cell: ({ value }) =>
              typeof value === 'string' ? (
                <span className="words quiet">{text(`collection.results.left.${value}`)}</span>
              ) : (
                say.number(value.numerator)
              ),
          },
          {
            heading: text('collection.formula.denominator'),
            className: 'n',
            cell: ({ value }) =>
              typeof value === 'string' || value.denominator === null ? '' : say.number(value.denominator),
          },
        ]}
      />
    </details>
  )
}
