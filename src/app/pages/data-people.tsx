import { data } from 'react-router'
import { peopleSheets } from '#modules/people.server'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, secretsContext } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { mayAnywhere } from '#platform/users.ts'
import { problemText } from '../parts/problem-text.ts'
import { Problems } from '../parts/upload-form.tsx'
import { asFolder, loadPeople } from '../people-files.server.ts'
import { readUploadForm } from '../uploads/read-upload-form.server.ts'
import type { Route } from './+types/data-people'

export const handle = { action: 'app.people.load', reads: ['people.edit'], changes: ['people.edit'] }

function openPage({ context, request }: Route.LoaderArgs | Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayAnywhere(user, 'people.edit', municipality.id)) refuse(403, 'platform.refused.grant')
  return { user, municipality, db: context.get(databaseContext), secrets: context.get(secretsContext) }
}

export function loader(args: Route.LoaderArgs) {
  const { secrets } = openPage(args)
  const files = Object.values(peopleSheets).map(({ file, columns }) => ({
    file,
    columns: Object.keys(columns),
  }))
  return { hasSecret: secrets !== undefined, files }
}

type Said = {
  complaint?: 'app.data.noFiles' | 'app.data.whyMissing' | 'app.data.filesMany' | 'app.data.filesLarge'
  nothing?: true
  problems?: readonly ImportProblem[]
  counts?: { added: number; changed: number }
  isLoaded?: boolean
  why?: string
}

const answer = (said: Said) => data(said, said.counts ? 200 : 422)

export async function action(args: Route.ActionArgs) {
  const { user, municipality, db, secrets } = openPage(args)
  if (!secrets) refuse(400, 'platform.refused.form')
  const { files, complaint, text } = await readUploadForm(args.request)
  const why = (text('why') ?? '').trim()
  if (complaint) return answer({ complaint: complaint as Said['complaint'] & string, why })
  if (files.length === 0) return answer({ complaint: 'app.data.noFiles', why })
  if (why === '') return answer({ complaint: 'app.data.whyMissing', why })
  const isRehearsal = text('what') !== 'load'
  const asked = { municipalityId: municipality.id, isInvented: text('invented') === 'yes', why, isRehearsal }
  try {
    const { read, ...counts } = await loadPeople(db, secrets, user, asFolder(files), asked)
    return answer(read === 0 ? { nothing: true, why } : { counts, isLoaded: !isRehearsal, why })
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    return answer({ problems: error.problems, why })
  }
}

/** People of institutions from files: first what would change, and then the loading; nothing is kept in between. */
export default function DataPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { text } = useSpeech()
  const { files, hasSecret } = loaderData
  const { complaint, nothing, problems = [], counts, isLoaded, why = '' } = actionData ?? {}
  const title = text('app.people.title')
  const said = [
    ...(complaint ? [text(complaint)] : []),
    ...(nothing ? [text('app.people.nothing')] : []),
    ...problems.map((problem) => problemText(problem, text)),
  ]
  return (
    <Page title={said.length > 0 ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text('app.people.purpose')}</p>
      {counts ? <p role="status">{text(isLoaded ? 'app.people.done' : 'app.people.would', counts)}</p> : null}
      {hasSecret ? (
        <form method="post" encType="multipart/form-data" className="entry">
          <Problems said={said} />
          <div className="field">
            <label htmlFor="files">{text('app.data.files')}</label>
            <input id="files" type="file" name="files" multiple required accept=".csv,.xlsx" />
          </div>
          <div className="field">
            <label htmlFor="why">{text('app.data.why')}</label>
            <input id="why" name="why" type="text" required maxLength={500} defaultValue={why} />
          </div>
          <p>
            <label>
              <input type="checkbox" name="invented" value="yes" /> {text('app.people.invented')}
            </label>
          </p>
          <fieldset>
            <legend>{text('app.people.what')}</legend>
            <p>
              <label>
                <input type="radio" name="what" value="check" defaultChecked={!counts || isLoaded} />{' '}
                {text('app.people.check')}
              </label>
            </p>
            <p>
              <label>
                <input
                  type="radio"
                  name="what"
                  value="load"
                  defaultChecked={counts !== undefined && !isLoaded}
                />{' '}
                {text('app.people.load')}
              </label>
            </p>
          </fieldset>
          <button type="submit">{text('app.people.send')}</button>
        </form>
      ) : (
        <p>{text('app.people.noSecret')}</p>
      )}
      <h2>{text('app.people.templates')}</h2>
      <ul>
        {files.map(({ file, columns }) => (
          <li key={file}>
            {file}: <code>{columns.join(', ')}</code>
          </li>
        ))}
      </ul>
    </Page>
  )
}
