import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { callAddress, formAddress, reviewAddress } from '../addresses.ts'
import type { Giver } from '../givers.server.ts'
import type { DataCall } from '../model.ts'
import { dueOf, standingOf, unexpectedOf } from '../monitoring/completeness.ts'
import type { Monitored } from '../monitoring/expected.ts'
import { daysLate } from '../monitoring/lateness.ts'
import { REPLY_LABELS } from '../monitoring/reply.ts'
import { RemindButton } from './remind-button.tsx'
import { CHIP_OF, STANDING_LABELS } from './standing.ts'

type Props = {
  row: Monitored
  call: DataCall
  slug: string
  now: Date
  givers: readonly Giver[]
  names: Readonly<Record<string, string>>
  /** Names one pressing of a button; null for whoever may not remind. */
  once: string | null
}

/** One institution in one line, and behind it what it has done, what it says, whom to ask and what can be done. */
export function MonitoredRow({ row, call, slug, now, givers, names, once }: Props) {
  const { text, path, local, instant, say } = useSpeech()
  const standing = unexpectedOf(row) ?? standingOf(call, row, now)
  const late = unexpectedOf(row) === null ? daysLate(call, row, now) : 0
  const isWaited = ['notStarted', 'late', 'returned', 'failed', 'started'].includes(standing)
  const keys = [slug, call.key, row.key] as const
  const people = givers.map(({ accountId, standsInFor }) =>
    standsInFor === null
      ? (names[accountId] ?? accountId)
      : text('collection.monitoring.deputy', { name: names[accountId] ?? accountId }),
  )
  const latest = row.handedInAt ?? row.lastEditAt
  return (
    <li>
      <details className="monitored">
        <summary>
          <span className="name">{local(row.institution.name)}</span>{' '}
          <Chip kind={CHIP_OF[standing]} label={text(STANDING_LABELS[standing])} />{' '}
          <small>
            {late > 0
              ? text(
                  row.firstHandedInAt ? 'collection.monitoring.daysAfter' : 'collection.monitoring.daysLate',
                  { count: late },
                )
              : null}{' '}
            {row.reply && isWaited ? `“${text(REPLY_LABELS[row.reply.kind])}”` : null}
          </small>
        </summary>
        <dl className="terms">
          <Fact name={text('collection.monitoring.due')}>{instant(dueOf(call, row))}</Fact>
          {row.excusedReason === null ? null : (
            <Fact name={text('collection.monitoring.excused')}>{row.excusedReason}</Fact>
          )}
          <Fact name={text('collection.monitoring.lastEdit')}>
            {row.lastEditAt ? instant(row.lastEditAt) : text('collection.monitoring.never')}
          </Fact>
          <Fact name={text('collection.monitoring.handedIn')}>
            {row.handedInAt
              ? text('collection.monitoring.version', { at: instant(row.handedInAt), version: row.version })
              : text('collection.monitoring.never')}
          </Fact>
          {row.failedTries > 0 ? (
            <Fact name={text('collection.monitoring.failed')}>
              {text('collection.monitoring.failedTries', { count: row.failedTries })}
            </Fact>
          ) : null}
          {row.reply ? (
            <Fact name={text('collection.monitoring.reply')}>
              <Said reply={row.reply} />
            </Fact>
          ) : null}
          <Fact name={text('collection.monitoring.whom')}>
            {people.length > 0 ? people.join(', ') : text('collection.monitoring.nobody')}
          </Fact>
        </dl>
        <ul className="links">
          <li>
            <a
              href={path(latest === row.handedInAt && latest ? reviewAddress(...keys) : formAddress(...keys))}
            >
              {text(row.handedInAt ? 'collection.monitoring.review' : 'collection.monitoring.form')}
            </a>
          </li>
          {once !== null && isWaited ? (
            <li>
              <a href={`${path(callAddress(slug, call.key))}/termini?iestade=${row.key}`}>
                {text('collection.monitoring.extend')}
              </a>
            </li>
          ) : null}
        </ul>
        {once !== null && isWaited && people.length > 0 ? (
          <RemindButton once={once} label={text('collection.monitoring.remind')} institution={row.key} />
        ) : null}
        {once !== null && isWaited && row.reply?.until ? (
          <RemindButton
            once={once}
            label={text('collection.monitoring.extendTo', { day: say.day(row.reply.until) })}
            institution={row.key}
            until={row.reply.until}
          />
        ) : null}
      </details>
    </li>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Said({ reply }: { reply: NonNullable<Monitored['reply']> }) {
  const { text, instant, say } = useSpeech()
  return (
    <>
      {text(REPLY_LABELS[reply.kind])}
      {reply.until === null ? '' : ` – ${text('collection.monitoring.until', { day: say.day(reply.until) })}`}
      {reply.words === null ? '' : `: “${reply.words}”`} ({instant(reply.at)})
    </>
  )
}
