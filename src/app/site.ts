import * as build from 'virtual:react-router/server-build'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { familiesContext } from '#modules/findings.context'
import { familiesOf } from '#modules/findings.server'
import { aboutInstitutionContext } from '#modules/registry.context'
import { aboutInstitutionOf } from '#modules/registry.server'
import { apiContext, databaseContext, visitContext } from '#platform/context.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Site } from '#platform/http/site.ts'
import { createAddressBook } from './addresses.ts'
import { publicApi } from './api.server.ts'
import { modules } from './modules.server.ts'
import { onServer } from './on-server.ts'

/** Every page and address of the product, as the build put them together. */
export const pages = onServer(build as ServerBuild)

const families = familiesOf(modules)
const aboutInstitution = aboutInstitutionOf(modules)
/** By what their findings can be narrowed down, as parameters of an address. */
const findingFacets = families.flatMap(({ facets }) => facets.map(({ name }) => name))

/** Answers requests from a database, without a cache or a network in between. */
export function createSite({ db }: { db: Database }, served: ServerBuild = pages): Site {
  const handle = createRequestHandler(served, process.env.NODE_ENV)
  return {
    addressOf: createAddressBook(served, publicApi, { findingFacets }),
    answer: (request, visit) => {
      const context = new RouterContextProvider()
      context.set(databaseContext, db)
      context.set(familiesContext, families)
      context.set(aboutInstitutionContext, aboutInstitution)
      context.set(apiContext, publicApi)
      context.set(visitContext, visit)
      return handle(request, context)
    },
  }
}
