import { redirect } from 'react-router'
import { validate as isUuid } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, keepUpContext, readInRequest } from '#platform/context.server.ts'
import { complaintOfReason, SAVED } from '#platform/editing/edit.ts'
import { findOwnChange } from '#platform/editing/edit-service.server.ts'
import { HISTORY_PARAMETERS, historyAddress } from '#platform/editing/edited-tables.ts'
import { StateList } from '#platform/editing/state-list.tsx'
import { findStates } from '#platform/editing/states-store.server.ts'
import { CONFIRMED, UndoAnswer } from '#platform/editing/undo-answer.ts'
import { demandEdited } from '#platform/editing/undo-service.server.ts'
import { readFields } from '#platform/forms/read-fields.server.ts'
import { withoutControls } from '#platform/forms/typed-text.ts'
import type { Handle, PageRights } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { storedProblemText } from '../parts/problem-text.ts'
import { withPages } from '../state-pages.server.ts'
import { previewUndo, undoOrRefuse } from '../undo.server.ts'
import type { Route } from './+types/history'

const EDITING: PageRights['changes'] = ['indicators.edit', 'registry.institution.edit', 'strategy.edit']

export const handle = {
  parameters: [...Object.values(HISTORY_PARAMETERS), SAVED],
  action: 'platform.undo',
  // Of each table those who write it.
  reads: EDITING,
  changes: EDITING,
} satisfies Handle

const FORM_BYTES = 16 * 1024

function placeIn(municipalityId: string, { searchParams }: URL) {
  const table = searchParams.get(HISTORY_PARAMETERS.table) ?? ''
  return { municipalityId, table, key: searchParams.get(HISTORY_PARAMETERS.key) ?? '' }
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const url = new URL(request.url)
  const place = placeIn(municipality.id, url)
  const edited = demandEdited(user, municipality.id, place.table)
  const id = url.searchParams.get(SAVED) ?? ''
  const { states, savedAt, names } = await readInRequest(context, async (tx) => {
    const found = await findStates(tx, place, edited)
    return {
      states: await withPages(tx, municipality, edited, found),
      names: await findAccountNames(
        tx,
        municipality.id,
        found.map(({ who }) => who),
      ),
      savedAt: isUuid(id) ? await findOwnChange(tx, user, municipality.id, id) : undefined,
    }
  })
  if (states.length === 0) refuse(404, 'app.history.absent')
  const here = historyAddress(municipality.slug, place.table, place.key.split('·'))
  return { municipality, table: place.table, here, name: edited.name, states, savedAt, names }
}

/** Shows what undoing one change would do, does it once that was seen, or says why it cannot be. */
export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const url = new URL(request.url)
  const { fields } = await readFields(request, FORM_BYTES)
  const typed = Object.fromEntries(fields.map(([name, value]) => [name, withoutControls(value)]))
  const asked = placeIn(municipality.id, url)
  const place = { ...asked, key: typed._key ?? '' }
  const [revision, version] = [Number(typed._revision), Number(typed._version)]
  if (!Number.isInteger(revision) || !Number.isInteger(version)) refuse(400, 'platform.refused.form')
  const why = typed._why ?? ''
  const complaint = complaintOfReason(why, true)
  if (complaint) return new UndoAnswer(422, typed, { complaints: { _why: [complaint] } })
  const db = context.get(databaseContext)
  const at = { municipality, place }
  const isConfirmed = typed[CONFIRMED] !== undefined
  const { undone, changes } = isConfirmed
    ? { undone: await undoOrRefuse(db, user, at, { revision, version, why }), changes: [] }
    : await previewUndo(
        db,
        user,
        { ...at, edited: demandEdited(user, municipality.id, place.table) },
        { revision, version, why },
      )
  if (undone.kind === 'wrong') return new UndoAnswer(422, typed, { problems: undone.problems })
  if (undone.kind !== 'saved') {
    const reason = undone.kind === 'meanwhile' ? 'platform.history.meanwhile' : 'platform.history.overlapped'
    const revisions = undone.kind === 'overlapped' ? undone.by.map((state) => state.revision) : []
    const values = { count: revisions.length, revisions: revisions.join(', ') }
    return new UndoAnswer(409, typed, { complaints: { '': [{ reason, values }] } })
  }
  if (!isConfirmed) return new UndoAnswer(200, typed, { preview: changes })
  await context
    .get(keepUpContext)(db, municipality.id)
    .catch(() => undefined)
  const address = historyAddress(municipality.slug, asked.table, asked.key.split('·'))
  throw redirect(`${addressIn(languageOf(url.pathname), address)}&${SAVED}=${undone.changeId}`, 303)
}

/** What something has been, who changed it when and why, and the way back. */
export default function History({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, instant } = useSpeech()
  const { municipality, table, here, name, states, savedAt, names } = loaderData
  const title = text('platform.history.title', { what: text(name) })
  return (
    <Page title={title} place={local(municipality.name)}>
      <h1>{title}</h1>
      {savedAt && !actionData ? (
        <p className="banner" role="status">
          {text('platform.history.undone', { time: instant(savedAt) })}
        </p>
      ) : null}
      <StateList
        table={table}
        here={here}
        states={states}
        names={names}
        answer={actionData}
        problems={(actionData?.problems ?? []).map((problem) => storedProblemText(problem, text))}
      />
    </Page>
  )
}
