import { redirect } from 'react-router'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { institutionNear } from '#modules/registry'
import { municipalityContext } from '#modules/registry.context'
import { findInstitutions } from '#modules/registry.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { demand, may } from '#platform/users.ts'
import { runAddress, runsHome } from '../../addresses.ts'
import { LONGEST_RUN_SECONDS } from '../longest-run.ts'
import { retryRun } from '../run.service.server.ts'
import { findRun, findRunItems } from '../run-store.server.ts'
import type { Route } from './+types/run-detail'

export const handle = {
  action: 'publishing.run.retry',
  reads: ['publishing.report.read'],
  changes: ['publishing.report.edit'],
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  demand(user, 'publishing.report.read', { municipalityId })
  if (!isUuid(params.run)) refuse(404, 'publishing.runs.noSuch')
  const { run, items, institutions } = await readInRequest(context, async (tx) => ({
    run: (await findRun(tx, municipalityId, params.run)) ?? refuse(404, 'publishing.runs.noSuch'),
    items: await findRunItems(tx, municipalityId, params.run),
    institutions: await findInstitutions(tx, municipalityId),
  }))
  const day = run.asOf ?? municipalDay(run.askedAt)
  const names = new Map(institutions.map((one) => [one.id, institutionNear(one, day).name]))
  const named = items.map((item) => ({ ...item, name: names.get(item.institutionId) ?? null }))
  const mayEdit = may(user, 'publishing.report.edit', { municipalityId })
  const mayHave = may(user, 'platform.file.read', { municipalityId })
  const isLate = Date.now() - run.askedAt.getTime() > LONGEST_RUN_SECONDS * 1000
  return { municipality, run, items: named, isLate, mayEdit, mayHave, once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  await retryRun(context.get(databaseContext), user, municipality.id, params.run)
  throw redirect(new URL(request.url).pathname, 303)
}

/** How far a run is, and what it made; looked at again, it shows more. */
export default function RunDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, run, items, isLate, mayEdit, mayHave, once } = loaderData
  const { text, local, path, instant } = useSpeech()
  const { slug } = municipality
  const count = (state: (typeof items)[number]['state']) =>
    items.filter((item) => item.state === state).length
  const [done, failed, waiting] = [count('done'), count('failed'), count('waiting')]
  const title = text('publishing.runs.one', { kind: text(`publishing.kind.${run.kind}`) })
  const address = runAddress(slug, run.id)
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(runsHome(slug))}>{text('publishing.runs.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('publishing.runs.asked', { time: instant(run.askedAt) })}</p>
      <p role="status">
        {text('publishing.runs.progress', { count: done, all: String(items.length) })}{' '}
        {failed > 0 ? text('publishing.runs.failed', { count: failed }) : null}
      </p>
      <progress
        value={done + failed}
        max={items.length}
        aria-label={text('publishing.runs.progress.label')}
      />
      {waiting > 0 ? (
        <p>
          <a href={path(address)}>{text('publishing.runs.again')}</a>
        </p>
      ) : null}
      {done > 0 && mayHave ? (
        <p>
          <a href={path(`${address}/visi.zip`)}>{text('publishing.runs.zip')}</a>
        </p>
      ) : null}
      {mayEdit && (failed > 0 || (waiting > 0 && isLate)) ? (
        <ActionForm answer={undefined} fields={{}} once={once}>
          <button type="submit">
            {failed > 0
              ? text('publishing.runs.retry', { count: failed })
              : text('publishing.runs.goOn', { count: waiting })}
          </button>
        </ActionForm>
      ) : null}
      <Table
        caption={text('publishing.runs.result')}
        rows={items}
        rowKey={({ institutionId }) => institutionId}
        columns={[
          {
            heading: text('publishing.runs.institution'),
            cell: ({ name }) => (name ? local(name) : text('publishing.runs.unknown')),
          },
          {
            heading: text('publishing.runs.state'),
            cell: ({ state, problem }) =>
              state === 'failed'
                ? text('publishing.runs.state.failed', { problem: problem ?? '' })
                : text(`publishing.runs.state.${state}`),
          },
          {
            heading: text('publishing.runs.files'),
            cell: ({ files }) =>
              files.map(({ fileId, language, format }, place) => (
                <span key={fileId}>
                  {place === 0 ? null : ' · '}
                  {mayHave ? (
                    <a href={path(`/darbs/${slug}/datnes/${fileId}`)}>
                      {format.toUpperCase()} {language}
                    </a>
                  ) : (
                    `${format.toUpperCase()} ${language}`
                  )}
                </span>
              )),
          },
        ]}
      />
    </Page>
  )
}
