import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import type { Contact } from '../form/contact.server.ts'
import type { DataCall } from '../model.ts'

type Props = {
  call: DataCall
  /** The last instant in time for the institution. */
  dueAt: Date
  contacts: readonly Contact[]
}

/** Why something is asked, on what ground, what becomes of it, by when, who helps, and how long it takes. */
export function CallHead({ call, dueAt, contacts }: Props) {
  const { text, local, instant } = useSpeech()
  return (
    <dl className="facts">
      <Fact name={text('collection.form.purpose')}>{local(call.purpose)}</Fact>
      <Fact name={text('collection.form.legalBasis')}>{local(call.legalBasis)}</Fact>
      <Fact name={text('collection.form.use')}>{local(call.use)}</Fact>
      <Fact name={text('collection.form.due')}>
        <strong>{instant(dueAt)}</strong>
      </Fact>
      <Fact name={text('collection.form.takes')}>
        {text('collection.form.minutesOf', { count: call.estimatedMinutes })}
      </Fact>
      {contacts.map(({ accountId, name, email }, place) => (
        <Fact
          key={accountId}
          name={text(place === 0 ? 'collection.form.responsible' : 'collection.form.deputy')}
        >
          {name}
          {email ? (
            <>
              <br />
              <a href={`mailto:${email}`}>{email}</a>
            </>
          ) : null}
        </Fact>
      ))}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
