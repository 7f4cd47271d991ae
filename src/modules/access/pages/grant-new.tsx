import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import type { GrantEntry, GrantProblem } from '#platform/rights/grants.server.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import { Page } from '#platform/ui/page.tsx'
import { accountOptions } from '../accounts.ts'
import { findProblemWithin, giveRoleWithin } from '../give.service.server.ts'
import { GrantForm } from '../grant-form.ts'
import { readNames } from '../holdings.server.ts'
import { ConfirmGrant } from '../parts/confirm-grant.tsx'
import { GrantEntryForm } from '../parts/grant-entry-form.tsx'
import { RoleChoice } from '../parts/role-choice.tsx'
import { openAccess } from '../place.server.ts'
import { readScope } from '../read-scope.ts'
import { readScopeOptions } from '../scope-options.server.ts'
import type { Route } from './+types/grant-new'

export const handle = {
  parameters: ['loma', 'cilveks'],
  action: 'platform.grant',
  reads: ['platform.grant.edit'],
  changes: ['platform.grant.edit'],
}

const roleIn = (request: Request): Role | undefined => {
  const asked = new URL(request.url).searchParams.get('loma')
  if (asked === null) return undefined
  return asked in ROLES ? (asked as Role) : refuse(404, 'platform.refused.absent')
}

export async function loader(asked: Route.LoaderArgs) {
  const { db, user, place, language } = openAccess(asked, 'platform.grant.edit')
  const role = roleIn(asked.request)
  const level = place.name === null ? 'country' : 'municipality'
  const roles = (Object.keys(ROLES) as Role[]).filter((one) => {
    const levels: readonly string[] = ROLES[one]
    return level === 'country' ? levels.includes(level) : levels.some((each) => each !== 'country')
  })
  if (role === undefined) return { place, roles, role: undefined, form: undefined }
  const typed = new URL(asked.request.url).searchParams.get('cilveks') ?? ''
  const names = await readNames(db, { placeId: place.id, reader: user }, language)
  const form = {
    once: uuidv7(),
    today: municipalDay(),
    typed,
    accounts: accountOptions(names, [user.id]),
    scopes: await readScopeOptions(db, { placeId: place.id, reader: user }, { role, typed, language }),
    asksPerson: place.name !== null && (ROLES[role] as readonly string[]).includes('person'),
  }
  return { place, roles, role, form }
}

/** Gives the role, after what it lets one see and do was shown and confirmed. */
export async function action(asked: Route.ActionArgs) {
  const { db, user, place, language } = openAccess(asked, 'platform.grant.edit')
  const role = roleIn(asked.request)
  if (role === undefined) refuse(400, 'platform.refused.form')
  const form = await readForm(asked.request, GrantForm)
  if (!form.ok || form.entered._back) return form.answer()
  const { account, scope, from, until, why } = form.value
  const entry: GrantEntry = {
    accountId: account,
    role,
    scope: readScope(scope, place.id),
    validFrom: from,
    validTo: until === undefined ? null : addDays(until, 1),
  }
  const found = await findProblemWithin(db, user, entry)
  if (found) return form.answer(complaintOf(found))
  if (from < municipalDay()) return form.answer({ from: [{ reason: 'platform.grant.past' }] })
  if (form.entered._confirmed !== 'yes') {
    const holding = { accountId: account, from: 'given', grant: entry } as const
    const names = await readNames(db, { placeId: place.id, reader: user }, language, [holding])
    return { preview: { entry, names, entered: form.entered } }
  }
  const given = await giveRoleWithin(db, user, entry, why)
  if ('problem' in given) return form.answer(complaintOf(given))
  throw redirect(addressIn(language, place.address), 303)
}

/** What is wrong with whom the right is given to stands at that field. */
const complaintOf = ({ problem }: GrantProblem) => ({
  [problem === 'platform.grant.account' ? 'account' : '']: [{ reason: problem }],
})

/** Gives somebody a role: which, to whom, over what, for how long; then in words what that lets them see and do. */
export default function GrantNew({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { place, roles, role, form } = loaderData
  const title = text('access.give.title')
  const isPreview = actionData !== undefined && 'preview' in actionData
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      {role === undefined || !form ? (
        <RoleChoice roles={roles} address={`${place.address}/dot`} />
      ) : isPreview ? (
        <ConfirmGrant {...actionData.preview} />
      ) : (
        <GrantEntryForm role={role} answer={actionData} {...form} />
      )}
    </Page>
  )
}
