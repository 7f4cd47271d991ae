import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand, may } from '#platform/users.ts'
import { reportAddress, reportsHome, runsHome } from '../addresses.ts'
import { findFrozen } from '../frozen-store.server.ts'
import { DraftName } from '../parts/draft-name.tsx'
import { FrozenList } from '../parts/frozen-list.tsx'
import { readChoices } from '../read-choices.server.ts'
import { findReports } from '../report-store.server.ts'
import type { Route } from './+types/report-list'

export const handle = { reads: ['publishing.report.read'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  demand(user, 'publishing.report.read', { municipalityId })
  const read = await readInRequest(context, async (tx) => ({
    drafts: await findReports(tx, municipalityId),
    frozen: await findFrozen(tx, municipalityId),
  }))
  const choices = await readChoices(context.get(databaseContext), municipalityId)
  return { municipality, ...read, choices, mayEdit: may(user, 'publishing.report.edit', { municipalityId }) }
}

/** Reports of a municipality: those that are being written, and what was frozen of them. */
export default function ReportList({ loaderData }: Route.ComponentProps) {
  const { municipality, drafts, frozen, choices, mayEdit } = loaderData
  const { text, local, path, date } = useSpeech()
  const { slug } = municipality
  const open = drafts.filter(({ state }) => state === 'draft')
  const withdrawn = drafts.filter(({ state }) => state === 'withdrawn')
  const list = (some: typeof drafts) => (
    <ul className="list">
      {some.map((draft) => (
        <li key={draft.id}>
          <a href={path(reportAddress(slug, draft.key))}>
            <DraftName draft={draft} choices={choices} />
          </a>
          <small>{text('publishing.reports.changed', { date: date(municipalDay(draft.changedAt)) })}</small>
        </li>
      ))}
    </ul>
  )
  return (
    <Page title={text('publishing.reports.title')} place={local(municipality.name)}>
      <h1>{text('publishing.reports.title')}</h1>
      <p>{text('publishing.reports.lede')}</p>
      {mayEdit ? (
        <p>
          <a href={path(`${reportsHome(slug)}/jauns`)}>{text('publishing.reports.new')}</a>
          {' · '}
          <a href={path(runsHome(slug))}>{text('publishing.runs.title')}</a>
        </p>
      ) : null}
      <section aria-labelledby="open">
        <h2 id="open">{text('publishing.reports.open')}</h2>
        {open.length === 0 ? <p>{text('publishing.reports.none')}</p> : list(open)}
      </section>
      <section aria-labelledby="frozen">
        <h2 id="frozen">{text('publishing.frozen.title')}</h2>
        <FrozenList slug={slug} frozen={frozen} />
      </section>
      {withdrawn.length === 0 ? null : (
        <section aria-labelledby="withdrawn">
          <h2 id="withdrawn">{text('publishing.reports.withdrawn')}</h2>
          {list(withdrawn)}
        </section>
      )}
    </Page>
  )
}
