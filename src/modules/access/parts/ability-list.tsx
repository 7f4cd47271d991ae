import { type Speech, useSpeech } from '#platform/i18n.tsx'
import { sayDays, sayRole, sayScope } from '#platform/rights/say-grant.ts'
import { type Names, nameOfAccount, nameOfScope } from '../holding.ts'
import { sortPeople } from '../people-with-rights.ts'
import { type Ability, PRIVATE_ROLES } from '../who-can.ts'

type Props = {
  abilities: readonly Ability[]
  names: Names
  /** Whether the reader sees rights anyway, and so everybody by name. */
  seesAll: boolean
  /** Whether the reader works here; who does not learns roles, and no names. */
  works: boolean
}

/** People by name, each with the rights that let them: those who reach all of it first, then those who reach a part. */
export function AbilityList({ abilities, names, seesAll, works }: Props) {
  const speech = useSpeech()
  const { text } = speech
  if (!works) {
    const roles = new Set(abilities.map(({ grant }) => sayRole(speech, grant.role)))
    return (
      <ul>
        {[...roles].map((role) => (
          <li key={role}>{role}</li>
        ))}
      </ul>
    )
  }
  const isNamed = ({ grant }: Ability) => seesAll || !PRIVATE_ROLES.has(grant.role)
  const named = abilities.filter(isNamed)
  const counted = new Set(abilities.filter((one) => !isNamed(one)).map(({ accountId }) => accountId)).size
  const whole = new Set(named.filter(({ isWhole }) => isWhole).map(({ accountId }) => accountId))
  const people = sortPeople(named, names)
  return (
    <>
      <People
        title={text('access.who.whole')}
        people={people.filter(({ accountId }) => whole.has(accountId))}
        names={names}
        seesAll={seesAll}
      />
      <People
        title={text('access.who.part')}
        people={people.filter(({ accountId }) => !whole.has(accountId))}
        names={names}
        seesAll={seesAll}
      />
      {people.length === 0 ? <p>{text('access.who.nobody')}</p> : null}
      {counted > 0 ? <p>{text('access.who.counted', { count: counted })}</p> : null}
    </>
  )
}

type PeopleProps = Pick<Props, 'names' | 'seesAll'> & { title: string; people: ReturnType<typeof sortPeople> }

function People({ title, people, names, seesAll }: PeopleProps) {
  const speech = useSpeech()
  if (people.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {people.map(({ accountId, holdings }) => (
          <li key={accountId}>
            <strong>{nameOfAccount(names, accountId)}</strong>:{' '}
            {holdings.map((holding) => sayHolding(speech, holding, names, seesAll)).join('; ')}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Role, place, days and where the right comes from. Whom somebody supports is not for everybody to read. */
function sayHolding(
  speech: Speech,
  { grant, from }: ReturnType<typeof sortPeople>[number]['holdings'][number],
  names: Names,
  seesAll: boolean,
) {
  const { text } = speech
  const isPerson = grant.scope.kind === 'person' && !seesAll
  const where = isPerson
    ? text('access.over.onePerson')
    : sayScope(speech, grant.scope, (id) => nameOfScope(names, id))
  const lender = grant.delegatedFrom ? nameOfAccount(names, grant.delegatedFrom) : ''
  const source = text(`access.from.${from}`, from === 'delegated' ? { name: lender } : {})
  return `${sayRole(speech, grant.role)}, ${where}, ${sayDays(speech, grant)} (${source.replace(/\.$/, '')})`
}
