import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, personalDataContext, textsContext } from '#platform/context.server.ts'
import { csvResponse } from '#platform/csv.ts'
import { languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { mayAnywhere } from '#platform/users.ts'
import { wordsOfEntries } from '../register-words.ts'
import type { Route } from './+types/data-register-file'

export const handle = { reads: ['people.register.read'] }

/** The record of processing as a table, in the language of its address. */
export function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayAnywhere(user, 'people.register.read', municipality.id)) refuse(403, 'platform.refused.grant')
  const text = context.get(textsContext)(languageOf(new URL(request.url).pathname))
  const entries = wordsOfEntries(context.get(personalDataContext))
  const header = [
    text('people.register.what'),
    ...(entries[0]?.facts ?? []).map(({ label }) => text(label)),
    text('people.register.tables'),
  ]
  const rows = entries.map(({ title, facts, tables }) => [
    text(title),
    ...facts.map(({ words }) => text(words)),
    tables.join(', '),
  ])
  return csvResponse(`personas-dati-${municipality.slug}.csv`, header, rows)
}
