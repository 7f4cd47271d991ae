import { Unpublished } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { COVERED } from '#platform/covered.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import {
  type ComparedFigure,
  type ComparedTable,
  compareQuoted,
  countAgreements,
  nameOf,
} from '../reports/content/compare-quoted.ts'
import { readQuoted } from '../reports/content/read-quoted.server.ts'
import type { Route } from './+types/quoted-comparison'

export const handle = { parameters: [] }

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const { data, quoted } = await readInRequest(context, (tx) => readQuoted(tx, municipality.id))
  return { municipality, hasPlan: data.plan !== null, tables: compareQuoted(data, quoted) }
}

export default function QuotedComparison({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, hasPlan, tables } = loaderData
  const counts = countAgreements(tables)
  const all = tables.reduce((sum, { figures }) => sum + figures.length, 0)
  const title = text('publishing.compare.title')
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`/${municipality.slug}/parskati`)}>{text('publishing.compare.reports')}</a>
      </p>
      {all === 0 ? (
        <>
          <h1>{text('publishing.compare.none')}</h1>
          {hasPlan ? null : <Unpublished municipality={municipality} />}
        </>
      ) : (
        <>
          <h1>{text('publishing.compare.headline', { count: all, same: counts.same })}</h1>
          <p>{text('publishing.compare.lede')}</p>
          <ul className="reading">
            {(['same', 'explained', 'unexplained', 'covered', 'absent'] as const)
              .filter((agreement) => counts[agreement] > 0)
              .map((agreement) => (
                <li key={agreement}>
                  {text(`publishing.compare.count.${agreement}`, { number: counts[agreement] })}
                </li>
              ))}
          </ul>
          {tables.map((table, index) => (
            <Compared key={table.key} table={table} anchor={`tabula-${index + 1}`} />
          ))}
        </>
      )}
    </Page>
  )
}

function Compared({ table, anchor }: { table: ComparedTable; anchor: string }) {
  const speech = useSpeech()
  const { text, local, path } = speech
  const counts = countAgreements([table])
  const title = titleOf(table, speech)
  const { say } = speech
  /** One of the two numbers of a figure: a share says so, and has as many decimals as the document, to compare by eye. */
  const write = ({ quoted, ours }: ComparedFigure, value: number) =>
    ours?.unit === 'percent' ? say.percent(value, decimalsOf(quoted)) : say.number(value, decimalsOf(quoted))
  return (
    // What differs stands open; where nothing does, the heading says how much is the same.
    <details id={anchor} className="fold" open={counts.explained + counts.unexplained + counts.absent > 0}>
      <summary>
        <h2>{title}</h2>{' '}
        <span className="quiet">
          {text('publishing.compare.sameOf', { same: counts.same, all: table.figures.length })}
        </span>
      </summary>
      <Table
        caption={text('publishing.compare.caption', { count: table.figures.length, same: counts.same })}
        columns={[
          {
            heading: text('publishing.compare.what'),
            cell: (figure) => (
              <>
                {nameOf(figure, speech)}
                {figure.locator ? <span className="note">{figure.locator}</span> : null}
              </>
            ),
          },
          {
            heading: text('publishing.compare.quoted'),
            className: 'n',
            cell: (figure) =>
              figure.quoted === null || figure.agreement === 'covered'
                ? COVERED
                : write(figure, figure.quoted),
          },
          {
            heading: text('publishing.compare.ours'),
            className: 'n',
            cell: (figure: ComparedFigure) => {
              if (figure.agreement === 'covered') return COVERED
              if (figure.ours === null) return text('publishing.compare.noFigure')
              return <a href={path(figure.ours.address)}>{write(figure, figure.ours.value)}</a>
            },
          },
          {
            heading: text('publishing.compare.agreement'),
            cell: ({ agreement, why }) => (
              <>
                {text(`publishing.compare.${agreement}`)}
                {why ? <span className="note">{local(why)}</span> : null}
              </>
            ),
          },
        ]}
        rows={table.figures}
        rowKey={({ figure }) => figure}
      />
    </details>
  )
}

/** How many decimals the document has. */
const decimalsOf = (quoted: number | null) => String(quoted ?? 0).split('.')[1]?.length ?? 0

function titleOf({ key, title }: ComparedTable, { text, local }: ReturnType<typeof useSpeech>): string {
  if (title === null) return text('publishing.compare.claims')
  return key.startsWith('means-') ? text('publishing.compare.means', { survey: local(title) }) : local(title)
}
