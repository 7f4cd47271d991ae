import type { ParameterFacts } from '#platform/api/describe-parameters.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { TextKey } from '#platform/texts/text.ts'
import { Table } from '#platform/ui/table.tsx'
import { parameterWords } from '../parameter-words.ts'

export type ApiAddress = {
  path: string
  title: TextKey
  isList: boolean
  group: string
  parameters: readonly ParameterFacts[]
}

/** Parameters that every list has; they are told of once. */
const OF_EVERY_LIST = ['limit', 'cursor', 'asOf']
/** Groups of addresses in the order in which they are shown. */
const GROUPS = ['strategies', 'surveys', 'municipalities', 'polls', 'about'] as const

/** What one asks something of stands before what is just read. */
const canBeNarrowed = ({ parameters }: ApiAddress) =>
  parameters.some(({ name }) => !OF_EVERY_LIST.includes(name))

/** Every address of the API by what it is about, with its parameters and what each can be. */
export function ApiAddressList({ addresses }: { addresses: readonly ApiAddress[] }) {
  const { text } = useSpeech()
  return GROUPS.map((group) => {
    const own = addresses
      .filter((one) => one.group === group)
      .toSorted((a, b) => Number(canBeNarrowed(b)) - Number(canBeNarrowed(a)))
    return own.length === 0 ? null : (
      <details key={group} className="fold">
        <summary>
          <h3 id={`api-${group}`}>
            {text(`portal.open.group.${group}`)} <span className="quiet">({own.length})</span>
          </h3>
        </summary>
        {own.map((address) => (
          <OneAddress key={address.path} address={address} />
        ))}
      </details>
    )
  })
}

function OneAddress({ address: { path, title, isList, parameters } }: { address: ApiAddress }) {
  const { text } = useSpeech()
  const own = parameters.filter(({ name }) => !OF_EVERY_LIST.includes(name))
  const shared = parameters.filter(({ name }) => OF_EVERY_LIST.includes(name))
  return (
    <>
      <h4>{text(title)}</h4>
      <p>
        <code>/api/v1{path === '/' ? '' : path}</code>
        <br />
        <small>
          {isList ? 'JSON · .csv · .excel.csv · .xlsx' : 'JSON'}
          {shared.length > 0 ? ` · ${shared.map(({ name }) => name).join(', ')}` : null}
        </small>
      </p>
      {own.length > 0 ? <ParameterTable path={path} parameters={own} /> : null}
    </>
  )
}

/** Parameters with what each chooses, and what it can be. */
export function ParameterTable({
  path,
  parameters,
}: {
  path: string
  parameters: readonly ParameterFacts[]
}) {
  const { text } = useSpeech()
  return (
    <Table
      caption={text('portal.open.parameters', { path })}
      columns={[
        { heading: text('portal.open.parameter'), cell: ({ name }) => <code>{name}</code> },
        {
          heading: text('portal.open.parameter.means'),
          cell: (one) => parameterWords(text, one),
        },
        {
          heading: text('portal.open.parameter.values'),
          cell: ({ values }) =>
            values === null ? text('portal.open.parameter.any') : <code>{values.join(' · ')}</code>,
        },
      ]}
      rows={parameters}
      rowKey={({ name }) => name}
    />
  )
}
