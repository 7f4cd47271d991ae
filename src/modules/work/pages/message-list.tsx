import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { AskedValues } from '#platform/asked.ts'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { demand } from '#platform/users.ts'
import { countMessages, findMessages } from '../message-store.server.ts'
import { MessageRow } from '../parts/message-row.tsx'
import { REPORT_STATES, type ReportState } from '../report.ts'
import { workplaceOf } from '../workplace.server.ts'
import type { Route } from './+types/message-list'

export const handle = { parameters: ['state', 'whose', 'page'], reads: ['work.report.read'] }
/** How many a page shows. */
const SHOWN = 30

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipalityId, municipality, home } = workplaceOf(context, params)
  demand(user, 'work.report.read', { municipalityId })
  const asked = new AskedValues(request)
  const state = asked.oneOf('state', REPORT_STATES)
  const accountId = asked.oneOf('whose', ['mine']) ? user.id : undefined
  const page = asked.page()
  const read = await readInRequest(context, async (tx) => {
    const counts = await countMessages(tx, municipalityId)
    const stretch = { from: (page - 1) * SHOWN, most: SHOWN }
    const messages = await findMessages(tx, municipalityId, { state, accountId }, stretch)
    const ids = [...new Set(messages.flatMap((message) => message.accountId ?? []))]
    return { counts, messages, names: Object.fromEntries(await findAccountNames(tx, municipalityId, ids)) }
  })
  const count = state ? read.counts[state] : Object.values(read.counts).reduce((sum, one) => sum + one, 0)
  const pages = accountId === undefined ? Math.max(1, Math.ceil(count / SHOWN)) : 1
  asked.demandPage(pages)
  asked.demandRight()
  return {
    ...read,
    municipality,
    home,
    state: state ?? null,
    isMine: accountId !== undefined,
    me: user.id,
    page,
    pages,
  }
}

/** What readers have told a municipality, or the country, by state. */
export default function MessageList({ loaderData }: Route.ComponentProps) {
  const { municipality, home, counts, messages, names, me, state, isMine, page, pages } = loaderData
  const { text, path, local } = useSpeech()
  const address = path(`${home}/zinojumi`)
  const title = text(municipality ? 'work.messages.title' : 'work.messages.titleCountry')
  const link = (label: string, query: string, isHere: boolean) => (
    <li key={query}>
      <a href={`${address}${query}`} aria-current={isHere ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const stateLink = (one: ReportState) =>
    link(`${text(`work.messages.${one}`)} (${counts[one]})`, `?state=${one}`, state === one)
  return (
    <Page title={title} place={municipality ? local(municipality.name) : undefined}>
      <h1>{title}</h1>
      <p>{text('work.messages.lede')}</p>
      <nav aria-label={text('work.messages.states')}>
        <ul className="links">
          {link(`${text('work.messages.all')} (${total})`, '', !state && !isMine)}
          {link(text('work.messages.mine'), '?whose=mine', isMine)}
          {REPORT_STATES.map(stateLink)}
        </ul>
      </nav>
      {messages.length === 0 ? <p role="status">{text('work.messages.none')}</p> : null}
      <ol className="list">
        {messages.map((message) => (
          <MessageRow
            key={message.id}
            message={message}
            address={`${address}/${message.id}`}
            names={names}
            me={me}
          />
        ))}
      </ol>
      <Pages page={page} pages={pages} />
      {municipality ? (
        <p className="more">
          <a href={path(`/${municipality.slug}/labojumi`)}>{text('work.corrections.title')}</a>
        </p>
      ) : null}
    </Page>
  )
}
