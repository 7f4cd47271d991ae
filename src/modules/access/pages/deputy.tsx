import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { LineField } from '#platform/forms/field-parts.tsx'
import { FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField } from '#platform/forms/pick-field.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { endDeputy } from '#platform/rights/delegate.server.ts'
import type { GrantProblem } from '#platform/rights/grants.server.ts'
import { Page } from '#platform/ui/page.tsx'
import { currentGrants } from '#platform/users.ts'
import { accountOptions } from '../accounts.ts'
import { appointDeputy, previewDeputy, readDeputyships } from '../deputy.service.server.ts'
import { DeputyForm } from '../grant-form.ts'
import { readNames } from '../holdings.server.ts'
import { ConfirmDeputy } from '../parts/confirm-deputy.tsx'
import { DeputyList } from '../parts/deputy-list.tsx'
import { openAccess } from '../place.server.ts'
import { PRIVATE_ROLES } from '../who-can.ts'
import type { Route } from './+types/deputy'

// Everybody who works here may have somebody stand in; the page shows who else works here.
export const handle = {
  parameters: ['izdarits'],
  action: 'platform.grant.delegate',
  reads: 'present',
  changes: ['platform.grant.edit'],
}
const fields = fieldsOf(DeputyForm)
/** What was done just before: appointed for oneself, for another, or ended. */
const DONE = ['iecelts', 'iecelts-citam', 'izbeigts'] as const

export async function loader(asked: Route.LoaderArgs) {
  const { db, user, place, language, mayEdit } = openAccess(asked)
  // The page names who works here, which is nothing for pupils and guardians to read.
  const works = currentGrants(user).some((grant) => !('role' in grant) || !PRIVATE_ROLES.has(grant.role))
  if (!works) refuse(403, 'platform.refused.grant')
  const deputyships = await readDeputyships(db, place.id, user.id)
  const names = await readNames(db, { placeId: place.id, reader: user }, language, deputyships)
  const done = new URL(asked.request.url).searchParams.get('izdarits')
  const own = { value: user.id, label: names.accounts[user.id] ?? user.id }
  return {
    place,
    done: DONE.find((one) => one === done),
    deputyships,
    names,
    once: uuidv7(),
    values: { lender: user.id, from: municipalDay() },
    lenders: mayEdit ? [own, ...accountOptions(names, [user.id])] : [own],
    deputies: accountOptions(names, [user.id]),
  }
}

/** Has the deputy stand in, after what they come to see and do was shown and confirmed; or ends it. */
export async function action(asked: Route.ActionArgs) {
  const { db, user, place, language } = openAccess(asked)
  const form = await readForm(asked.request, DeputyForm)
  const sayDone = (done: (typeof DONE)[number]) =>
    redirect(`${addressIn(language, `${place.address}/aizvietotajs`)}?izdarits=${done}`, 303)
  if (form.entered._end) {
    const ended = await endDeputy(db, user, { municipalityId: place.id, deputy: form.entered._end })
    if (ended) return new FormAnswer(422, {}, { '': [{ reason: ended.problem }] })
    throw sayDone('izbeigts')
  }
  if (!form.ok || form.entered._back) return form.answer()
  const { lender, deputy, from, until, why } = form.value
  const days = { from, to: addDays(until, 1) }
  const delegation = { municipalityId: place.id, lender, deputy, ...days, ...(why ? { why } : {}) }
  if (form.entered._confirmed !== 'yes') {
    const found = await previewDeputy(db, user, delegation)
    if ('problem' in found) return form.answer(complaintOf(found))
    const { lent } = found
    const shown = lent.map((grant) => ({ accountId: lender, from: 'given' as const, grant }))
    const names = await readNames(db, { placeId: place.id, reader: user }, language, shown)
    return { preview: { lender, deputy, ...days, grants: lent, names, entered: form.entered } }
  }
  const done = await appointDeputy(db, user, delegation)
  if ('problem' in done) return form.answer(complaintOf(done))
  throw sayDone(lender === user.id ? 'iecelts' : 'iecelts-citam')
}

/** What is wrong with who is to stand in stands at that field. */
const complaintOf = ({ problem }: GrantProblem) => ({
  [ABOUT_DEPUTY.has(problem) ? 'deputy' : '']: [{ reason: problem }],
})
const ABOUT_DEPUTY: ReadonlySet<string> = new Set(['platform.grant.account', 'platform.grant.sameDeputy'])

/** Has somebody stand in for oneself, or, for whoever gives rights, for anybody, while they are away. */
export default function Deputy({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { place, done, deputyships, names, once, values, lenders, deputies } = loaderData
  const title = text('access.deputy.title')
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      {done && actionData === undefined ? <p role="status">{text(`access.deputy.done.${done}`)}</p> : null}
      {actionData !== undefined && 'preview' in actionData ? (
        <ConfirmDeputy {...actionData.preview} />
      ) : (
        <>
          <p>{text('access.deputy.intro')}</p>
          <ActionForm answer={actionData} fields={fields} once={once} values={values}>
            <PickField of={fields.lender} options={lenders} />
            <PickField of={fields.deputy} options={deputies} />
            <LineField of={fields.from} type="date" />
            <LineField of={fields.until} type="date" />
            <LineField of={fields.why} />
            <button type="submit">{text('access.give.next')}</button>
          </ActionForm>
          <DeputyList deputyships={deputyships} names={names} />
        </>
      )}
    </Page>
  )
}
