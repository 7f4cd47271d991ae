import { redirect } from 'react-router'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest, secretsContext } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demandSecrets, mayKeepPersons } from '#platform/rights/persons.server.ts'
import { Page } from '#platform/ui/page.tsx'
import { mayAnywhere } from '#platform/users.ts'
import { readAccountChoice } from '../account-choice.server.ts'
import { findChargesOf, findGroupRows, findPersonRow, findPostsOf } from '../directory-store.server.ts'
import { AccountPart } from '../parts/account-part.tsx'
import { PersonForms } from '../parts/person-forms.tsx'
import { WorkTable } from '../parts/work-table.tsx'
import { addCharge, addPost, connect, type Doing, endWork, moveAway } from '../person-acts.server.ts'
import {
  AccountAwayForm,
  AccountForm,
  ChargeForm,
  EndForm,
  MoveForm,
  NameForm,
  PostForm,
} from '../person-form.ts'
import { findPlaceNames } from '../places.server.ts'
import { renamePerson } from '../rename.service.server.ts'
import { rightsOfWork } from '../rights-of-work.ts'
import type { Route } from './+types/person-detail'

export const handle = { action: 'people.edit', reads: ['people.read'], changes: ['people.edit'] }

async function readPerson({
  request,
  context,
  params,
}: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayAnywhere(user, 'people.read', municipality.id)) refuse(403, 'platform.refused.grant')
  if (!isUuid(params.person)) refuse(404, 'people.person.noSuch')
  const read = await readInRequest(context, async (tx) => ({
    person: await findPersonRow(tx, municipality.id, params.person),
    posts: await findPostsOf(tx, municipality.id, params.person),
    charges: await findChargesOf(tx, municipality.id, params.person),
    places: await findPlaceNames(tx, user, municipality.id),
    groups: await findGroupRows(tx, municipality.id),
  }))
  return { ...read, person: read.person ?? refuse(404, 'people.person.noSuch'), municipality, user }
}

export async function loader(args: Route.LoaderArgs) {
  const { user, ...read } = await readPerson(args)
  const { municipality, person } = read
  const account = await readInRequest(args.context, (tx) =>
    readAccountChoice(tx, user, municipality.id, person),
  )
  return { ...read, account, once: uuidv7(), today: municipalDay() }
}

const Act = z.looseObject({
  act: z.enum(['name', 'post', 'charge', 'move', 'account', 'account.away', 'end.post', 'end.charge']),
})

export async function action(args: Route.ActionArgs) {
  const { request, context } = args
  const read = await readPerson(args)
  const { municipality, user, person, posts, charges, groups } = read
  const [copy, whole] = [request.clone(), await readForm(request, Act)]
  if (!whole.ok) return whole.answer()
  const db = context.get(databaseContext)
  const institutionId = person.institution_id
  const doing: Doing = {
    db,
    user,
    municipalityId: municipality.id,
    person: { id: person.person_id, accountId: person.account_id, institutionId },
  }
  const leave = () =>
    redirect(
      addressIn(
        languageOf(new URL(request.url).pathname),
        `/darbs/${municipality.slug}/cilveki/${person.person_id}`,
      ),
      303,
    )
  switch (whole.value.act) {
    case 'name': {
      const form = await readForm(copy, NameForm)
      if (!form.ok || institutionId === null) return form.answer()
      const keeper = { municipalityId: municipality.id, institutionId }
      const change = { personId: person.person_id, seen: form.version, name: form.value }
      const meanwhile = await renamePerson(db, user, keeper, change)
      if (!meanwhile) throw leave()
      const { version, ...saved } = meanwhile
      return form.answerMeanwhile({ version, saved })
    }
    case 'post': {
      const form = await readForm(copy, PostForm)
      if (!form.ok) return form.answer()
      const wrong = await addPost(doing, form.value)
      if (wrong) return form.answer(wrong)
      throw leave()
    }
    case 'charge': {
      const form = await readForm(copy, ChargeForm)
      if (!form.ok) return form.answer()
      const group = groups.find(({ group_id }) => group_id === form.value.group)
      if (!group) return form.answer({ group: [{ reason: 'people.form.group.elsewhere' }] })
      const wrong = await addCharge(doing, form.value, group.institution_id)
      if (wrong) return form.answer(wrong)
      throw leave()
    }
    case 'move': {
      const form = await readForm(copy, MoveForm)
      if (!form.ok) return form.answer()
      const isInvented = !mayKeepPersons(db, { isInvented: false })
      const secrets = context.get(secretsContext) ?? demandSecrets(undefined, { isInvented })
      const wrong = await moveAway(doing, secrets, form.value)
      if (wrong) return form.answer(wrong)
      throw leave()
    }
    case 'account':
    case 'account.away': {
      const isAway = whole.value.act === 'account.away'
      const form = await readForm(copy, isAway ? AccountAwayForm : AccountForm)
      if (!form.ok) return form.answer()
      const account = 'account' in form.value ? form.value.account : null
      const found = await connect(doing, account, form.version)
      if (!found) throw leave()
      return 'wrong' in found ? form.answer(found.wrong) : form.answerMeanwhile(found.meanwhile)
    }
    default: {
      const form = await readForm(copy, EndForm)
      if (!form.ok) return form.answer()
      const what = whole.value.act === 'end.post' ? 'post' : 'charge'
      const rows = what === 'post' ? posts : charges
      const at = rows.find(({ id }) => id === form.value.id)?.institution_id
      const wrong =
        at === undefined
          ? { on: [{ reason: 'people.form.ended' as const }] }
          : await endWork(doing, what, at, form.value)
      if (wrong) return form.answer(wrong)
      throw leave()
    }
  }
}

/** One person: where they belong, what they work as, whom they have charge of; and how that is changed. */
export default function PersonDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, person, posts, charges, places, groups, account, once, today } = loaderData
  const { text, local, path } = useSpeech()
  const name = `${person.given_name} ${person.family_name}`
  const nameOf = new Map(places.map((place) => [place.id, local(place.name)]))
  const groupOf = new Map(groups.map((group) => [group.group_id, group.name]))
  const mayEdit = places.some((place) => place.mayEdit && place.id === person.institution_id)
  const editable = new Set(places.filter((place) => place.mayEdit).map(({ id }) => id))
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title: name }) : name}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`/darbs/${municipality.slug}/cilveki`)}>{text('people.list.title')}</a> ·{' '}
        {text(`people.kind.${person.kind}`)}
      </p>
      <h1>{name}</h1>
      <p>
        {[nameOf.get(person.institution_id ?? ''), groupOf.get(person.group_id ?? '')]
          .filter(Boolean)
          .join(', ')}
      </p>
      <WorkTable
        title={text('people.posts')}
        act="end.post"
        today={today}
        rows={posts.map((row) => ({
          id: row.id,
          what: text(`people.job.${row.job}`),
          where: nameOf.get(row.institution_id) ?? '',
          from: row.valid_from,
          until: row.valid_to,
          mayEnd: editable.has(row.institution_id),
        }))}
      />
      <WorkTable
        title={text('people.charges')}
        act="end.charge"
        today={today}
        rows={charges.map((row) => ({
          id: row.id,
          what: text(`people.charge.${row.kind}`),
          where: groupOf.get(row.group_id ?? '') ?? nameOf.get(row.institution_id) ?? '',
          from: row.valid_from,
          until: row.valid_to,
          mayEnd: editable.has(row.institution_id),
        }))}
      />
      {account ? (
        <AccountPart
          account={account}
          answer={actionData}
          once={once}
          version={person.person_revision}
          follows={rightsOfWork({ posts, charges }, today, (row) =>
            'job' in row
              ? { what: text(`people.job.${row.job}`), where: nameOf.get(row.institution_id) ?? '' }
              : { what: text(`people.charge.${row.kind}`), where: groupOf.get(row.group_id ?? '') ?? '' },
          )}
        />
      ) : null}
      {mayEdit ? (
        <PersonForms
          answer={actionData}
          once={once}
          today={today}
          version={person.revision}
          names={{ givenName: person.given_name, familyName: person.family_name }}
          places={places.filter((place) => place.mayEdit)}
          groups={groups.filter((group) => editable.has(group.institution_id))}
        />
      ) : null}
    </Page>
  )
}
