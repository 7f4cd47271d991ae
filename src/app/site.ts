import * as build from 'virtual:react-router/server-build'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { familiesContext } from '#modules/findings.context'
import { familiesOf } from '#modules/findings.server'
import { aboutInstitutionContext } from '#modules/registry.context'
import { aboutInstitutionOf } from '#modules/registry.server'
import { apiContext, databaseContext } from '#platform/context.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { publicApi } from './api.server.ts'
import { keepOnServer } from './keep-on-server.ts'
import { modules } from './modules.server.ts'

/** Every page and address of the product, as the build put them together. */
export const pages = keepOnServer(build as ServerBuild)

const families = familiesOf(modules)
const aboutInstitution = aboutInstitutionOf(modules)

/** Answers requests from a database, without a cache or a network in between. */
export function createSite(db: Database, served: ServerBuild = pages) {
  const handle = createRequestHandler(served, process.env.NODE_ENV)
  return (request: Request): Promise<Response> => {
    const context = new RouterContextProvider()
    context.set(databaseContext, db)
    context.set(familiesContext, families)
    context.set(aboutInstitutionContext, aboutInstitution)
    context.set(apiContext, publicApi)
    return handle(request, context)
  }
}
