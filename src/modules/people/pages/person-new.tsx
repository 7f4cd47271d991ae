import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest, secretsContext } from '#platform/context.server.ts'
import { ChoiceField, LineField, SelectField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { demandSecrets, mayKeepPersons } from '#platform/rights/persons.server.ts'
import { Page } from '#platform/ui/page.tsx'
import { findGroupRows } from '../directory-store.server.ts'
import { PERSON_KINDS } from '../model.ts'
import { NewPerson } from '../person-form.ts'
import { findPlaceNames } from '../places.server.ts'
import { registerPerson } from '../service.server.ts'
import type { Route } from './+types/person-new'

export const handle = { action: 'people.register', reads: ['people.edit'], changes: ['people.edit'] }
const fields = fieldsOf(NewPerson)
const KINDS = PERSON_KINDS.map((value) => ({ value, label: `people.kind.${value}` as const }))

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const read = await readInRequest(context, async (tx) => ({
    places: await findPlaceNames(tx, user, municipality.id),
    groups: await findGroupRows(tx, municipality.id),
  }))
  const places = read.places.filter(({ mayEdit }) => mayEdit)
  if (places.length === 0) refuse(403, 'platform.refused.grant')
  return {
    municipality,
    once: uuidv7(),
    places,
    groups: read.groups.filter(({ institution_id }) => places.some(({ id }) => id === institution_id)),
    isInvented: !mayKeepPersons(context.get(databaseContext), { isInvented: false }),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, NewPerson)
  if (!form.ok) return form.answer()
  const { givenName, familyName, kind, institution, group = null, nationalId } = form.value
  const groups = await readInRequest(context, (tx) => findGroupRows(tx, municipality.id))
  const isTheirs =
    group === null || groups.some((one) => one.group_id === group && one.institution_id === institution)
  if (!isTheirs) return form.answer({ group: [{ reason: 'people.form.group.elsewhere' }] })
  const db = context.get(databaseContext)
  const isInvented = !mayKeepPersons(db, { isInvented: false })
  const secrets = context.get(secretsContext) ?? demandSecrets(undefined, { isInvented })
  const registered = await registerPerson(db, secrets, user, {
    municipalityId: municipality.id,
    institutionId: institution,
    kind,
    groupId: group,
    givenName,
    familyName,
    nationalId: nationalId?.replace('-', '') ?? null,
    accountId: null,
    isInvented,
  })
  if ('problem' in registered) return form.answer({ nationalId: [{ reason: registered.problem }] })
  const address = `/darbs/${municipality.slug}/cilveki/${registered.personId}`
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), address), 303)
}

/** Registers somebody of an institution. */
export default function PersonNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, once, places, groups, isInvented } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('people.list.add')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`/darbs/${municipality.slug}/cilveki`)}>{text('people.list.title')}</a>
      </p>
      <h1>{title}</h1>
      {isInvented ? <p role="note">{text('people.form.onlyInvented')}</p> : null}
      <ActionForm answer={actionData} fields={fields} once={once}>
        <LineField of={fields.givenName} autoComplete="off" />
        <LineField of={fields.familyName} autoComplete="off" />
        <ChoiceField of={fields.kind} options={KINDS} />
        <SelectField
          of={fields.institution}
          options={places.map(({ id, name }) => ({ value: id, label: local(name) }))}
        />
        <SelectField
          of={fields.group}
          options={groups.map(({ group_id, name }) => ({ value: group_id, label: name }))}
        />
        <LineField of={fields.nationalId} autoComplete="off" />
        <button type="submit">{text('people.form.register')}</button>
      </ActionForm>
    </Page>
  )
}
