import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { ReportBody } from '#platform/reports/report-body.tsx'
import { demand, may } from '#platform/users.ts'
import { reportAddress, sectionAddress } from '../addresses.ts'
import { commentaryEdit } from '../commentary-edit.server.ts'
import { useDraftName } from '../parts/draft-name.tsx'
import { readWorkspace } from '../read-workspace.server.ts'
import { demandReport } from '../report.service.server.ts'
import { onlySection, sectionsOf } from '../sections.ts'
import type { Route } from './+types/commentary'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'publishing.report.comment',
  reads: ['publishing.report.edit'],
  changes: ['publishing.report.edit'],
}

type Args = Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>
/** As keys of sections are written. */
const SECTION = /^[\w.:-]{1,120}$/

async function asked({ request, context, params }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  const read = await readWorkspace(context.get(databaseContext), user, { municipalityId, key: params.report })
  const { draft, written, choices } = read
  if (draft.state !== 'draft') refuse(404, 'publishing.reports.noSuch')
  const isKnown = sectionsOf(written.lv).some(({ section }) => section.key === params.section)
  if (!isKnown) refuse(404, 'publishing.reports.noSection')
  return {
    edit: commentaryEdit({ municipality, draft, section: params.section }),
    more: {
      municipality,
      draft,
      choices,
      section: params.section,
      shown: { lv: onlySection(written.lv, params.section), en: onlySection(written.en, params.section) },
      mayAsk: may(user, 'work.task.edit', { municipalityId }),
    },
  }
}

export const loader = async (args: Route.LoaderArgs) => {
  const { edit, made } = await openEdit(args, () => asked(args))
  return { edit, ...made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => askedToWrite(args))

/** For saving, the report itself need not be written: words to a section that it has no more are shown as such. */
async function askedToWrite({ request, context, params }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'publishing.report.edit', { municipalityId: municipality.id })
  if (!SECTION.test(params.section)) refuse(404, 'publishing.reports.noSection')
  const draft = await readInRequest(context, (tx) => demandReport(tx, municipality.id, params.report))
  if (draft.state !== 'draft') refuse(404, 'publishing.reports.noSuch')
  return { edit: commentaryEdit({ municipality, draft, section: params.section }) }
}

/** What people write to one section, below what the data say of it. */
export default function CommentaryPage({ loaderData, actionData }: Route.ComponentProps) {
  const { edit, municipality, draft, choices, section, shown, mayAsk } = loaderData
  const { text, local, language, path } = useSpeech()
  const { slug } = municipality
  const report = shown[language] ?? shown.lv
  return (
    <EditPage
      title={text('publishing.commentary.title', { section: report?.sections[0]?.title ?? section })}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: reportAddress(slug, draft.key),
        label: useDraftName({ draft, choices }),
      }}
      historyAt={historyAddress(slug, 'publishing.commentary', [draft.id, section])}
      intro={
        <>
          {mayAsk ? (
            <p>
              <a href={path(`${sectionAddress(slug, draft.key, section)}/lugt`)}>
                {text('publishing.ask.go')}
              </a>
            </p>
          ) : null}
          <details open>
            <summary>{text('publishing.commentary.data')}</summary>
            {report ? <ReportBody report={report} /> : null}
          </details>
          <p>{text('publishing.commentary.care')}</p>
        </>
      }
    />
  )
}
