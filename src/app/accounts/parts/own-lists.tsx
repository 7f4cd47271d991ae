import type { SecurityEvent } from '#platform/accounts/security-log.server.ts'
import type { ListedSession } from '#platform/accounts/sessions-store.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { dateFormat } from '#platform/texts/formats.ts'
import { LOCALES } from '#platform/texts/text.ts'
import { Table } from '#platform/ui/table.tsx'
import { deviceOf } from './device.ts'

/** A moment as people in the municipality read their clocks. */
export function useMoment() {
  const { language } = useSpeech()
  const format = dateFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Riga',
  })
  return (moment: Date) => format.format(moment)
}

/** Where an account is signed in, with a way to end each. */
export function OwnSessions({ sessions, thisId }: { sessions: readonly ListedSession[]; thisId: string }) {
  const { text, path } = useSpeech()
  const moment = useMoment()
  return (
    <section>
      <h2>{text('app.accounts.own.sessions')}</h2>
      <p>{text('app.accounts.own.sessions.help')}</p>
      <Table
        caption={text('app.accounts.own.sessions.caption', { count: sessions.length })}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { heading: text('app.accounts.own.sessions.since'), cell: ({ since }) => moment(since) },
          { heading: text('app.accounts.own.sessions.where'), cell: ({ clientAddress }) => clientAddress },
          { heading: text('app.accounts.own.sessions.device'), cell: ({ userAgent }) => deviceOf(userAgent) },
          {
            heading: text('app.accounts.own.sessions.end'),
            cell: ({ id, since }) =>
              id === thisId ? (
                text('app.accounts.own.sessions.this')
              ) : (
                <a
                  href={path(`/darbs/konts/sesijas?sesija=${id}`)}
                  aria-label={text('app.accounts.own.sessions.endOf', { time: moment(since) })}
                >
                  {text('app.accounts.own.sessions.end')}
                </a>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <p>
          <a href={path('/darbs/konts/sesijas')}>{text('app.accounts.own.sessions.endOthers')}</a>
        </p>
      ) : null}
    </section>
  )
}

/** So many tell whether something was odd of late. */
const LATEST = 20

export function OwnEvents({ events }: { events: readonly SecurityEvent[] }) {
  const { text } = useSpeech()
  const moment = useMoment()
  return (
    <section>
      <h2>{text('app.accounts.own.events')}</h2>
      <p>{text('app.accounts.own.events.help')}</p>
      <Table
        caption={text('app.accounts.own.events.caption', { count: Math.min(events.length, LATEST) })}
        rows={events.slice(0, LATEST)}
        rowKey={({ id }) => id}
        columns={[
          { heading: text('app.accounts.own.events.when'), cell: ({ at }) => moment(at) },
          {
            heading: text('app.accounts.own.events.what'),
            cell: ({ kind }) => text(`app.accounts.event.${kind}`),
          },
          {
            heading: text('app.accounts.own.sessions.where'),
            cell: ({ clientAddress }) => clientAddress ?? '–',
          },
          {
            heading: text('app.accounts.own.sessions.device'),
            cell: ({ userAgent }) => (userAgent ? deviceOf(userAgent) : '–'),
          },
        ]}
      />
    </section>
  )
}
