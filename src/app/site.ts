import * as build from 'virtual:react-router/server-build'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { databaseContext } from '#platform/context.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { onServer } from './on-server.ts'

/** Every page and address of the product, as the build put them together. */
export const pages = onServer(build as ServerBuild)

/** Answers requests from a database, without a cache or a network in between. */
export function createSite(db: Database, served: ServerBuild = pages) {
  const handle = createRequestHandler(served, process.env.NODE_ENV)
  return (request: Request): Promise<Response> => {
    const context = new RouterContextProvider()
    context.set(databaseContext, db)
    return handle(request, context)
  }
}
