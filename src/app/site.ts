import * as build from 'virtual:react-router/server-build'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { databaseContext, personsContext, visitContext } from '#platform/context.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Site } from '#platform/http/site.ts'
import { publicApi } from '../modules/publishing/api/endpoints.server.ts'
import { createAddressBook } from './addresses.ts'
import { onServer } from './on-server.ts'

/** Every page and address of the product, as the build put them together. */
export const pages = onServer(build as ServerBuild)

type Serving = {
  db: Database
  /** Whether personal data may be kept, as this installation is served. */
  mayKeepPersons?: boolean
}

/** Answers requests from a database, without a cache or a network in between. */
export function createSite({ db, mayKeepPersons = false }: Serving, served: ServerBuild = pages): Site {
  const handle = createRequestHandler(served, process.env.NODE_ENV)
  return {
    addressOf: createAddressBook(served, publicApi),
    answer: (request, visit) => {
      const context = new RouterContextProvider()
      context.set(databaseContext, db)
      context.set(visitContext, visit)
      context.set(personsContext, mayKeepPersons)
      return handle(request, context)
    },
  }
}
