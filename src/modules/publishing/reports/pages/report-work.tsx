import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { ReportBody } from '#platform/reports/report-body.tsx'
import type { Text } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { reportAddress, reportsHome, sectionAddress } from '../addresses.ts'
import { DownloadLinks } from '../parts/download-links.tsx'
import { useDraftName } from '../parts/draft-name.tsx'
import { FrozenList } from '../parts/frozen-list.tsx'
import { SectionTable } from '../parts/section-table.tsx'
import { Stray } from '../parts/stray.tsx'
import { readWorkspace } from '../read-workspace.server.ts'
import { moveReport } from '../report.service.server.ts'
import type { Route } from './+types/report-work'

export const handle = {
  action: 'publishing.report.move',
  reads: ['publishing.report.read'],
  changes: ['publishing.report.edit'],
}
const MoveEntry = z.object({ state: z.enum(['draft', 'withdrawn']) })

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  const asked = { municipalityId, key: params.report }
  const read = await readWorkspace(context.get(databaseContext), user, asked)
  return {
    municipality,
    ...read,
    mayEdit: may(user, 'publishing.report.edit', { municipalityId }),
    mayFreeze: may(user, 'publishing.report.freeze', { municipalityId }),
    once: uuidv7(),
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, MoveEntry)
  if (!form.ok) return form.answer()
  await moveReport(context.get(databaseContext), user, municipality.id, params.report, form.value.state)
  throw redirect(new URL(request.url).pathname, 303)
}

/** A report as it stands, with ways to write, answer, freeze and take it away as a file. */
export default function ReportWork({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, draft, report, questions, unwritten, frozen, choices, dataAt } = loaderData
  const { mayEdit, mayFreeze, once, brought } = loaderData
  const { text, local, language, path, instant, date } = useSpeech()
  const { slug } = municipality
  const title = useDraftName({ draft, choices })
  const home = path(reportAddress(slug, draft.key))
  const isDraft = draft.state === 'draft'
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(reportsHome(slug))}>{text('publishing.reports.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {text(draft.asOf === null ? 'publishing.work.today' : 'publishing.work.asOf', {
          date: date(draft.asOf ?? report.lv.on),
          time: instant(dataAt),
        })}
        {draft.since === null ? null : ` ${text('publishing.work.since', { date: date(draft.since) })}`}
      </p>
      {isDraft ? null : <p role="note">{text('publishing.work.withdrawn')}</p>}
      <section aria-labelledby="written">
        <h2 id="written">{text('publishing.work.sections')}</h2>
        <p>
          {text(
            unwritten.sections.lv.length === 0 ? 'publishing.work.missing.none' : 'publishing.work.missing',
            {
              count: unwritten.sections.lv.length,
              english: String(unwritten.sections.en.length),
            },
          )}
        </p>
        <SectionTable
          slug={slug}
          report={draft.key}
          written={loaderData.written}
          commentary={brought.commentary}
          mayEdit={mayEdit && isDraft}
        />
        <Stray of={unwritten.stray} />
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">{text('publishing.questions.title')}</h2>
        <p>
          {sayQuestions(text, unwritten.questions.length, questions.length)}{' '}
          {questions.length === 0 ? null : (
            <a href={`${home}/jautajumi`}>{text('publishing.questions.go')}</a>
          )}
        </p>
      </section>
      <section aria-labelledby="away">
        <h2 id="away">{text('publishing.download.title')}</h2>
        <DownloadLinks home={`${reportAddress(slug, draft.key)}/melnraksts`} />
      </section>
      <section aria-labelledby="frozen">
        <h2 id="frozen">{text('publishing.frozen.title')}</h2>
        <FrozenList slug={slug} frozen={frozen} />
        {mayFreeze && isDraft ? (
          <p>
            <a className="button" href={`${home}/iesaldet`}>
              {text('publishing.freeze.go')}
            </a>
          </p>
        ) : null}
      </section>
      {mayEdit ? (
        <ActionForm answer={actionData} fields={{}} once={once}>
          <button type="submit" className="quiet" name="state" value={isDraft ? 'withdrawn' : 'draft'}>
            {text(isDraft ? 'publishing.work.withdraw' : 'publishing.work.resume')}
          </button>
        </ActionForm>
      ) : null}
      <article aria-labelledby="stands">
        <h2 id="stands">{text('publishing.work.stands')}</h2>
        <ReportBody
          report={report[language]}
          below={({ key, title: section }) =>
            mayEdit && isDraft ? (
              <p className="quiet">
                <a href={path(sectionAddress(slug, draft.key, key))}>
                  {text('publishing.work.write')}
                  <span className="visually-hidden">: {section}</span>
                </a>
              </p>
            ) : null
          }
        />
      </article>
    </Page>
  )
}

function sayQuestions(text: Text, open: number, all: number): string {
  if (all === 0) return text('publishing.questions.none')
  const values = { count: open, all: String(all) }
  return text(open === 0 ? 'publishing.questions.open.none' : 'publishing.questions.open', values)
}
