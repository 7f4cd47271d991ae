import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import { LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { endGrantOn } from '#platform/rights/end-grant.server.ts'
import { findGivenGrant } from '#platform/rights/grant-store.server.ts'
import { sayGrant } from '#platform/rights/say-grant.ts'
import { Page } from '#platform/ui/page.tsx'
import { EndForm } from '../grant-form.ts'
import { nameOfAccount, nameOfScope } from '../holding.ts'
import { readNames } from '../holdings.server.ts'
import { GrantWords } from '../parts/grant-words.tsx'
import { openAccess } from '../place.server.ts'
import type { Route } from './+types/grant-end'

export const handle = {
  action: 'platform.grant.end',
  reads: ['platform.grant.edit'],
  changes: ['platform.grant.edit'],
}
const fields = fieldsOf(EndForm)
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function readGrant(asked: Route.LoaderArgs | Route.ActionArgs) {
  const access = openAccess(asked, 'platform.grant.edit')
  const { grant: id = '' } = asked.params as { grant?: string }
  const { db, user, place } = access
  const grant = ID.test(id) ? await readAs(db, user, (tx) => findGivenGrant(tx, place.id, id)) : undefined
  return { ...access, grant: grant ?? refuse(404, 'platform.refused.absent') }
}

export async function loader(asked: Route.LoaderArgs) {
  const { db, user, place, language, grant } = await readGrant(asked)
  const { accountId, revision } = grant
  const names = await readNames(db, { placeId: place.id, reader: user }, language, [
    { accountId, from: 'given', grant },
  ])
  const isOver = grant.validTo !== null && grant.validTo <= municipalDay()
  return { place, grant, names, revision, isOver, once: uuidv7() }
}

export async function action(asked: Route.ActionArgs) {
  const { db, user, place, language, grant } = await readGrant(asked)
  const form = await readForm(asked.request, EndForm)
  if (!form.ok) return form.answer()
  const { last, why } = form.value
  const on = last === undefined ? municipalDay() : addDays(last, 1)
  const ending = { municipalityId: place.id, id: grant.id, on, revision: form.version, why }
  const answer = await endGrantOn(db, user, ending)
  if ('ended' in answer) throw redirect(addressIn(language, place.address), 303)
  if (answer.problem !== 'platform.grant.meanwhile') return form.answer({ '': [{ reason: answer.problem }] })
  const now = await readAs(db, user, (tx) => findGivenGrant(tx, place.id, grant.id))
  return form.answerMeanwhile({ version: now?.revision ?? grant.revision, saved: {} })
}

/** Ends a right now or after a day. */
export default function GrantEnd({ loaderData, actionData }: Route.ComponentProps) {
  const speech = useSpeech()
  const { text, local, path } = speech
  const { place, grant, names, revision, isOver, once } = loaderData
  const title = text('access.end.title', { name: nameOfAccount(names, grant.accountId) })
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      <GrantWords said={sayGrant(speech, grant, (id) => nameOfScope(names, id))} />
      {isOver ? (
        <p>{text('platform.grant.over')}</p>
      ) : (
        <ActionForm answer={actionData} fields={fields} once={once} version={revision}>
          <LineField of={fields.last} type="date" />
          <LineField of={fields.why} />
          <button type="submit">{text('access.end.button')}</button>
        </ActionForm>
      )}
      <p>
        <a href={path(place.address)}>{text('access.toList')}</a>
      </p>
    </Page>
  )
}
