import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import {
  databaseContext,
  demandSignedIn,
  personalDataContext,
  readInRequest,
  secretsContext,
} from '#platform/context.server.ts'
import { LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { erasePerson, planErasure } from '#platform/personal-data/erase.service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { Collected } from '../parts/collected.tsx'
import { ErasureTable } from '../parts/erasure-table.tsx'
import { collectPerson } from '../person-data.service.server.ts'
import { PersonRequest } from '../person-request.ts'
import { findName, findPerson } from '../personal-data-store.server.ts'
import type { Route } from './+types/person-data'

export const handle = { action: 'people.person', reads: ['people.edit'], changes: ['people.record.edit'] }
const fields = fieldsOf(PersonRequest.omit({ act: true }))

export async function loader({ request, context, params }: Route.LoaderArgs) {
  demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!isUuid(params.person)) refuse(404, 'people.person.noSuch')
  const asked = { municipalityId: municipality.id, personId: params.person }
  const read = await readInRequest(context, async (tx) => {
    const person = await findPerson(tx, asked)
    return person && { person, name: (await findName(tx, asked))[0] ?? null }
  })
  if (!read) refuse(404, 'people.person.noSuch')
  return { municipality, name: read.name, personId: params.person, once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!isUuid(params.person)) refuse(404, 'people.person.noSuch')
  const form = await readForm(request, PersonRequest)
  if (!form.ok) return form.answer()
  const [db, entries] = [context.get(databaseContext), context.get(personalDataContext)]
  const person = { kind: 'person', municipalityId: municipality.id, personId: params.person } as const
  const placed = await readInRequest(context, (tx) => findPerson(tx, person))
  if (!placed) refuse(404, 'people.person.noSuch')
  const place = {
    municipalityId: municipality.id,
    personId: params.person,
    ...(placed.institution_id === null ? {} : { institutionId: placed.institution_id }),
  }
  const { act, reason } = form.value
  demand(user, 'people.edit', place)
  if (act === 'show' || act === 'file') {
    const collected = await collectPerson(db, user, entries, { person, reason }, context.get(secretsContext))
    return {
      act,
      reason,
      collected: collected.map(({ entry, rows }) => ({ title: entry.title, rows })),
      plans: [],
    }
  }
  demand(user, 'people.record.edit', place)
  const plans = await (act === 'erase' ? erasePerson : planErasure)(db, user, entries, { person, reason })
  return { act, reason, collected: [], plans }
}

/** What is kept of one person, and what of it is erased when the person asks for that: first said, then done. */
export default function PersonData({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, name, personId, once } = loaderData
  const { text, path, local } = useSpeech()
  const address = path(`/darbs/${municipality.slug}/personas-dati/personas`)
  const title = name ? `${name.given_name} ${name.family_name}` : text('people.person.erased')
  const refused = actionData && 'entered' in actionData ? actionData : undefined
  const done = actionData && 'act' in actionData ? actionData : undefined
  const again = (act: string, label: string, action?: string) => (
    <form method="post" action={action}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="reason" value={done?.reason} />
      <button type="submit">{label}</button>
    </form>
  )
  return (
    <Page title={title} place={local(municipality.name)}>
      <p>
        <a href={address}>{text('people.search.title')}</a>
      </p>
      <h1>{title}</h1>
      {done?.act === 'erase' ? <p role="status">{text('people.person.done')}</p> : null}
      {done && done.act !== 'show' ? <ErasureTable plans={done.plans} isDone={done.act === 'erase'} /> : null}
      {done?.act === 'plan' && done.plans.some(({ count }) => count > 0)
        ? again('erase', text('people.person.erase'))
        : null}
      {done?.act === 'show' ? (
        <>
          <Collected parts={done.collected} />
          {again('file', text('people.person.file'), `${address}/${personId}/fails`)}
        </>
      ) : null}
      <h2>{text('people.person.ask')}</h2>
      <ActionForm answer={refused} fields={fields} once={once} values={{ reason: done?.reason ?? '' }}>
        <LineField of={fields.reason} />
        <button type="submit" name="act" value="show">
          {text('people.person.show')}
        </button>
        <button type="submit" name="act" value="plan">
          {text('people.person.plan')}
        </button>
      </ActionForm>
    </Page>
  )
}
