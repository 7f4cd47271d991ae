import { useSpeech } from '#platform/i18n.tsx'
import { type Goal, linkOf, type Programme } from '../model.ts'
import { LinkMark } from './link-mark.tsx'

/** Which programme serves which direction: yes, no, or nobody knows. */
export function ProgrammeMatrix({
  goals,
  programmes,
}: {
  goals: readonly Goal[]
  programmes: readonly Programme[]
}) {
  const { text, local } = useSpeech()
  const directions = goals.flatMap((goal) => goal.directions)
  const links = directions.flatMap((direction) =>
    programmes.map((programme) => linkOf(programme, direction.code)),
  )
  const countOf = (link: string) => links.filter((one) => one === link).length
  return (
    <table className="cards matrix">
      <caption>
        {text('strategy.matrix.caption', {
          count: links.length,
          yes: countOf('yes'),
          no: countOf('no'),
          unknown: countOf('unknown'),
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('strategy.direction')}</th>
          {programmes.map((programme) => (
            <th key={programme.code} scope="col">
              {local(programme.title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {directions.map((direction) => (
          <tr key={direction.code}>
            <th scope="row">
              <span className="nr">{direction.code}</span> {local(direction.title)}
            </th>
            {programmes.map((programme) => (
              <td key={programme.code} data-label={local(programme.title)}>
                <LinkMark link={linkOf(programme, direction.code)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
