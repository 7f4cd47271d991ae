import { useSpeech } from '#platform/i18n.tsx'
import { cellFinder } from '../cell.ts'
import { INTERVAL_ASSUMPTION, INTERVAL_METHODS } from '../estimate.ts'
import type { SurveyTable } from '../model.ts'

/** How the intervals of a survey were chosen: each method used, when it is used, and for which groups. */
export function MethodKey({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const find = cellFinder(table)
  const groupsOf = new Map(
    INTERVAL_METHODS.map(({ method }) => [
      method,
      table.groups.filter((group) =>
        table.items.some((item) => find(group, item).estimate?.method === method),
      ),
    ]),
  )
  return (
    <>
      <h3>{text('surveys.methods')}</h3>
      <p>
        {text('surveys.methods.rule')} {local(INTERVAL_ASSUMPTION)}
      </p>
      <ul className="list">
        {INTERVAL_METHODS.map(({ method, name, usedWhen }) => {
          const groups = groupsOf.get(method) ?? []
          if (groups.length === 0) return null
          return (
            <li key={method}>
              <strong>{text(`surveys.method.${method}`)}</strong> – {local(name)}. {local(usedWhen)}
              <small>
                {text('surveys.methods.groups', {
                  groups: speech.say.list(groups.map(({ label }) => local(label))),
                })}
              </small>
            </li>
          )
        })}
      </ul>
    </>
  )
}
