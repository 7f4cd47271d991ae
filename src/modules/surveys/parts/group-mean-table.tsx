import { useSpeech } from '#platform/i18n.tsx'
import { meansOfGroups } from '../means.ts'
import type { SurveyTable } from '../model.ts'
import { formatPercent } from '../words/figures.ts'

/** The mean of each group over the items of each scope, as printed and as the table's shares give it. */
export function GroupMeanTable({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const means = meansOfGroups(table)
  const scopes = [...new Set(means.map(({ scope }) => scope))]
  const scopeName = (scope: string) =>
    scope === 'all' ? text('surveys.scope.all') : text('surveys.goal', { goal: scope })
  return (
    <table className={scopes.length > 2 ? 'cards' : 'cards fit'}>
      <caption>{text('surveys.means.groups.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('surveys.group')}</th>
          {scopes.map((scope) => (
            <th key={scope} scope="col" className="n">
              {scopeName(scope)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.groups.map((group) => (
          <tr key={group.code}>
            <th scope="row">{local(group.label)}</th>
            {scopes.map((scope) => {
              const mean = means.find((one) => one.group === group.code && one.scope === scope)
              const printed = table.printedMeans.find(
                (one) => one.group === group.code && one.scope === scope,
              )
              return (
                <td key={scope} className="n" data-label={scopeName(scope)}>
                  {mean
                    ? formatPercent({ percent: mean.percent, decimals: 1 }, speech)
                    : text('surveys.means.none')}{' '}
                  <span className="under">
                    {printed
                      ? text('surveys.means.asPrinted', { percent: formatPercent(printed, speech) })
                      : text('surveys.means.notPrinted')}
                  </span>
                  {mean && mean.withoutItems.length > 0 ? (
                    <span className="under">
                      {text('surveys.means.withoutItems', { count: mean.withoutItems.length })}
                    </span>
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
