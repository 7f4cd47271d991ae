import { useSpeech } from '#platform/i18n.tsx'
import { sayDays, sayRole, sayScope } from '#platform/rights/say-grant.ts'
import { type Holding, type Names, nameOfAccount, nameOfScope } from '../holding.ts'

type Props = {
  holdings: readonly Holding[]
  names: Names
  /** Where a right can be ended; undefined for who may not. */
  address: string | undefined
}

/** The rights of one person: which role, where, when, and where each comes from. */
export function HoldingList({ holdings, names, address }: Props) {
  const speech = useSpeech()
  const { text, path } = speech
  return (
    <ul>
      {holdings.map(({ from, grant, id }) => {
        const where = sayScope(speech, grant.scope, (scope) => nameOfScope(names, scope))
        const lender = grant.delegatedFrom ? nameOfAccount(names, grant.delegatedFrom) : ''
        const mayEnd = address !== undefined && id !== undefined && from !== 'country'
        return (
          <li key={[grant.role, where, grant.validFrom, from, id].join()}>
            <strong>{sayRole(speech, grant.role)}</strong> – {where}, {sayDays(speech, grant)}.{' '}
            {text(`access.from.${from}`, from === 'delegated' ? { name: lender } : {})}{' '}
            {mayEnd ? <a href={path(`${address}/${id}/beigt`)}>{text('access.end.link')}</a> : null}
          </li>
        )
      })}
    </ul>
  )
}
