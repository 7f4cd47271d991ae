import { validate as isUuid } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import {
  databaseContext,
  demandSignedIn,
  personalDataContext,
  readInRequest,
  secretsContext,
} from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand } from '#platform/users.ts'
import { collectPerson } from '../person-data.service.server.ts'
import { PersonRequest } from '../person-request.ts'
import { findPerson } from '../personal-data-store.server.ts'
import type { Route } from './+types/person-data-file'

export const handle = { action: 'people.person', reads: ['people.edit'] }

/** Everything that is kept of a person as a file, to be handed to that person. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!isUuid(params.person)) refuse(404, 'people.person.noSuch')
  const form = await readForm(request, PersonRequest)
  if (!form.ok) refuse(400, 'platform.refused.reason')
  const person = { kind: 'person', municipalityId: municipality.id, personId: params.person } as const
  const placed = await readInRequest(context, (tx) => findPerson(tx, person))
  if (!placed) refuse(404, 'people.person.noSuch')
  const place = placed.institution_id === null ? {} : { institutionId: placed.institution_id }
  demand(user, 'people.edit', { municipalityId: municipality.id, personId: params.person, ...place })
  const collected = await collectPerson(
    context.get(databaseContext),
    user,
    context.get(personalDataContext),
    { person, reason: form.value.reason },
    context.get(secretsContext),
  )
  const body = {
    person: params.person,
    asOf: new Date(),
    kept: collected.map(({ entry, rows }) => ({ what: entry.key, rows })),
  }
  return Response.json(body, {
    headers: { 'content-disposition': 'attachment; filename="personas-dati.json"' },
  })
}
