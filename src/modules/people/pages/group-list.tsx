import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { LineField, SelectField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { mayAnywhere } from '#platform/users.ts'
import { findGroupRows } from '../directory-store.server.ts'
import { GROUP_KINDS } from '../model.ts'
import { GroupForm } from '../person-form.ts'
import { findPlaceNames } from '../places.server.ts'
import { openGroup } from '../service.server.ts'
import type { Route } from './+types/group-list'

export const handle = { action: 'people.group', reads: ['people.read'], changes: ['people.edit'] }
const fields = fieldsOf(GroupForm)

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayAnywhere(user, 'people.read', municipality.id)) refuse(403, 'platform.refused.grant')
  const read = await readInRequest(context, async (tx) => ({
    places: await findPlaceNames(tx, user, municipality.id),
    groups: await findGroupRows(tx, municipality.id),
  }))
  return { municipality, once: uuidv7(), today: municipalDay(), ...read }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, GroupForm)
  if (!form.ok) return form.answer()
  const { institution, kind, name, grade = null, from, until = null } = form.value
  if (until !== null && until <= from) return form.answer({ until: [{ reason: 'people.form.until.early' }] })
  await openGroup(context.get(databaseContext), user, {
    municipalityId: municipality.id,
    institutionId: institution,
    kind,
    name,
    grade,
    validFrom: from,
    validTo: until,
  })
  const address = `/darbs/${municipality.slug}/klases`
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), address), 303)
}

/** Classes and groups by institution, and how one more is opened. */
export default function GroupList({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, once, today, places, groups } = loaderData
  const { text, local, path, date } = useSpeech()
  const title = text('people.groups.title')
  const mine = places.filter(({ mayEdit }) => mayEdit)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`/darbs/${municipality.slug}/cilveki`)}>{text('people.list.title')}</a>
      </p>
      <h1>{title}</h1>
      {groups.length === 0 ? <p>{text('people.groups.none')}</p> : null}
      {places.map(({ id, name }) => {
        const own = groups.filter(({ institution_id }) => institution_id === id)
        return own.length === 0 ? null : (
          <section key={id}>
            <h2>{local(name)}</h2>
            <ul className="list">
              {own.map((group) => (
                <li key={group.group_id}>
                  {`${group.name}, ${text(`people.groupKind.${group.kind}`)}. `}
                  {group.valid_to === null
                    ? text('people.since', { from: date(group.valid_from) })
                    : text('people.fromTo', { from: date(group.valid_from), until: date(group.valid_to) })}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {mine.length > 0 ? (
        <section>
          <h2>{text('people.groups.open')}</h2>
          <ActionForm answer={actionData} fields={fields} once={once} values={{ from: today, kind: 'class' }}>
            <SelectField
              of={fields.institution}
              options={mine.map(({ id, name }) => ({ value: id, label: local(name) }))}
            />
            <SelectField
              of={fields.kind}
              options={GROUP_KINDS.map((kind) => ({ value: kind, label: text(`people.groupKind.${kind}`) }))}
            />
            <LineField of={fields.name} />
            <LineField of={fields.grade} />
            <LineField of={fields.from} type="date" />
            <LineField of={fields.until} type="date" />
            <button type="submit">{text('people.groups.open')}</button>
          </ActionForm>
        </section>
      ) : null}
    </Page>
  )
}
