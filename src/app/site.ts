import * as build from 'virtual:react-router/server-build'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { familiesContext, guidedContext } from '#modules/findings.context'
import { familiesOf, guidedOf } from '#modules/findings.server'
import { goalsContext } from '#modules/indicators.context'
import { aboutInstitutionContext } from '#modules/registry.context'
import { aboutInstitutionOf } from '#modules/registry.server'
import { searchContext } from '#modules/search.context'
import { goalReader } from '#modules/strategy.server'
import { deskContext } from '#modules/work.context'
import { deskOf } from '#modules/work.server'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import {
  addressContext,
  apiContext,
  databaseContext,
  factsContext,
  galleryContext,
  keepUpContext,
  personalDataContext,
  secretsContext,
  textsContext,
  userContext,
  visitContext,
} from '#platform/context.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Site } from '#platform/http/site.ts'
import { ORIGIN } from '#platform/http/target.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { SiteFacts } from '#platform/ui/site-facts.ts'
import type { User } from '#platform/users.ts'
import { meetVisitor } from './accounts/visit.server.ts'
import { createAddressBook } from './addresses.ts'
import { publicApi } from './api.server.ts'
import { pagesOfContext } from './first-plan/draft-context.server.ts'
import { keepUpWith } from './keepers.server.ts'
import { countryPages, workplaces } from './menu.server.ts'
import { modules } from './modules.server.ts'
import { onServer } from './on-server.ts'
import { personalData } from './personal-data.server.ts'
import { searchIndexOf, searchKinds } from './search.server.ts'
import { textIn } from './texts.server.ts'
import { refusedOnDesk } from './uploads/load-upload.job.server.ts'
// What pages write into must have been declared, the platform's own tables too.
import './reach.server.ts'

/** Every page and address of the product, as the build put them together. */
export const pages = onServer(build as ServerBuild)

const families = familiesOf(modules)
const guided = guidedOf(modules)
const deskOfModules = deskOf(modules)
const desk = {
  ...deskOfModules,
  parts: [...deskOfModules.parts, refusedOnDesk],
  countryPages,
  workPages: workplaces,
}
const aboutInstitution = aboutInstitutionOf(modules)
/** By what their findings can be narrowed down, as parameters of an address. */
const findingFacets = families.flatMap(({ facets }) => facets.map(({ name }) => name))

export type Serving = {
  db: Database
  /** Who asks, by the cookies of a request on the personal face. Without it nobody can sign in. */
  visitorOf?: (request: Request) => Promise<User>
  /** Keys by which records of persons are read; none where the settings have no secret. */
  secrets?: Secrets | undefined
  /** Accounts, by which people sign in. */
  accounts?: AccountDesk | undefined
  /** Whether the parts that pages are made of are shown. */
  hasGallery?: boolean
  /** What the operator has said of the installation. */
  facts?: SiteFacts
}

/** Answers requests from a database, without a cache or a network in between. */
export function createSite(
  { db, visitorOf, secrets, accounts, facts = {}, hasGallery = false }: Serving,
  served: ServerBuild = pages,
): Site {
  const handle = createRequestHandler(served, process.env.NODE_ENV)
  const addressOf = createAddressBook(served, publicApi, { findingFacets })
  return {
    addressOf,
    answer: async (request, visit) => {
      const context = new RouterContextProvider()
      context.set(databaseContext, db)
      context.set(familiesContext, families)
      context.set(guidedContext, guided)
      context.set(goalsContext, goalReader)
      context.set(aboutInstitutionContext, aboutInstitution)
      context.set(addressContext, addressOf)
      context.set(apiContext, publicApi)
      context.set(deskContext, desk)
      context.set(galleryContext, hasGallery)
      context.set(factsContext, facts)
      context.set(personalDataContext, personalData)
      context.set(searchContext, { kinds: searchKinds, index: () => searchIndexOf(db) })
      context.set(secretsContext, secrets)
      context.set(textsContext, textIn)
      context.set(visitContext, visit)
      context.set(pagesOfContext, (other, path) =>
        createSite({ db: other }, served).answer(new Request(ORIGIN + path), { id: visit.id }),
      )
      context.set(keepUpContext, keepUpWith)
      // The public face looks at no cookie: there everybody is the public.
      if (visit.personal && visitorOf) context.set(userContext, await visitorOf(request))
      const detour =
        visit.personal && accounts ? await meetVisitor(context, accounts, request, visit.personal) : undefined
      return detour ?? handle(request, context)
    },
  }
}
