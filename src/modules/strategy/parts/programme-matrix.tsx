import { useSpeech } from '#platform/i18n.tsx'
import { type Column, Table } from '#platform/ui/table.tsx'
import { type Direction, type Goal, linkOf, type Programme } from '../model.ts'
import { LinkMark } from './link-mark.tsx'

type Props = { goals: readonly Goal[]; programmes: readonly Programme[] }

/** Which programme serves which direction: yes, no, or nobody knows. */
export function ProgrammeMatrix({ goals, programmes }: Props) {
  const { text, local } = useSpeech()
  const directions = goals.flatMap((goal) => goal.directions)
  const links = directions.flatMap((direction) =>
    programmes.map((programme) => linkOf(programme, direction.code)),
  )
  const countOf = (link: string) => links.filter((one) => one === link).length
  return (
    <Table
      className="matrix"
      caption={text('strategy.matrix.caption', {
        count: links.length,
        yes: countOf('yes'),
        no: countOf('no'),
        unknown: countOf('unknown'),
      })}
      columns={[
        {
          heading: text('strategy.direction'),
          cell: ({ code, title }) => (
            <>
              <span className="nr">{code}</span> {local(title)}
            </>
          ),
        },
        ...programmes.map(
          (programme): Column<Direction> => ({
            heading: local(programme.title),
            cell: ({ code }) => <LinkMark link={linkOf(programme, code)} />,
          }),
        ),
      ]}
      rows={directions}
      rowKey={({ code }) => code}
    />
  )
}
