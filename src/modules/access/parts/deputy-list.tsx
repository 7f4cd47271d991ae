import { useSpeech } from '#platform/i18n.tsx'
import { type Holding, type Names, nameOfAccount } from '../holding.ts'
import { sortPeople } from '../people-with-rights.ts'
import { HoldingList } from './holding-list.tsx'

type Props = {
  /** What was lent by whoever reads. */
  deputyships: readonly Holding[]
  names: Names
}

/** Who stands in for whoever reads, with which rights and until when; each can be ended. */
export function DeputyList({ deputyships, names }: Props) {
  const { text } = useSpeech()
  return (
    <section>
      <h2>{text('access.deputy.mine')}</h2>
      {deputyships.length === 0 ? <p>{text('access.deputy.mine.nobody')}</p> : null}
      {sortPeople(deputyships, names).map(({ accountId, holdings }) => {
        const name = nameOfAccount(names, accountId)
        return (
          <section key={accountId}>
            <h3>{name}</h3>
            <HoldingList holdings={holdings} names={names} address={undefined} />
            <form method="post">
              <button type="submit" name="_end" value={accountId} className="quiet">
                {text('access.deputy.end', { name })}
              </button>
            </form>
          </section>
        )
      })}
    </section>
  )
}
