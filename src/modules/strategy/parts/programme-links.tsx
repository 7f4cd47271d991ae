import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { type Direction, type Goal, linkOf, type Programme, type ProgrammeLink } from '../model.ts'

type Props = { goals: readonly Goal[]; programmes: readonly Programme[] }

/** Which directions each programme serves and which it does not; what nobody knows is counted, not listed. */
export function ProgrammeLinks({ goals, programmes }: Props) {
  const { text, local } = useSpeech()
  const directions = goals.flatMap((goal) => goal.directions)
  const linked = (programme: Programme, link: ProgrammeLink) =>
    directions.filter(({ code }) => linkOf(programme, code) === link)
  const unknown = programmes.reduce((sum, one) => sum + linked(one, 'unknown').length, 0)
  const known = programmes.filter((one) => linked(one, 'unknown').length < directions.length)
  if (known.length === 0) return <p>{text('strategy.matrix.nothing')}</p>
  const isAnyNo = known.some((one) => linked(one, 'no').length > 0)
  return (
    <Table
      caption={
        <>
          {text('strategy.matrix.about')}{' '}
          {unknown > 0 ? text('strategy.matrix.unknown', { count: unknown }) : null}
        </>
      }
      columns={[
        { heading: text('strategy.subject.programme'), cell: ({ title }) => local(title) },
        {
          heading: text('strategy.matrix.serves'),
          cell: (programme) => <DirectionNames directions={linked(programme, 'yes')} />,
        },
        isAnyNo && {
          heading: text('strategy.matrix.servesNot'),
          cell: (programme) => <DirectionNames directions={linked(programme, 'no')} />,
        },
      ]}
      rows={known}
      rowKey={({ code }) => code}
    />
  )
}

function DirectionNames({ directions }: { directions: readonly Direction[] }) {
  const { text, local } = useSpeech()
  if (directions.length === 0) return <span className="quiet">{text('strategy.matrix.none')}</span>
  return (
    <ul className="plain">
      {directions.map(({ code, title }) => (
        <li key={code}>
          <span className="nr">{code}</span> {local(title)}
        </li>
      ))}
    </ul>
  )
}
