import { data, type LoaderFunctionArgs, type MiddlewareFunction, type ServerBuild } from 'react-router'
import type { WrongValues } from '#platform/asked.ts'
import { asRefusal } from '#platform/database/away.server.ts'
import { FormAnswer } from '#platform/forms/form.ts'

type Ask = (asked: LoaderFunctionArgs) => unknown
type Route = NonNullable<ServerBuild['routes'][string]>

/** The same pages, made for a server that draws them whole: see the functions below. */
export function onServer(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && withDoors(route)])
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

function withDoors(route: Route): Route {
  const { loader, action, middleware } = route.module
  const isPage = route.module.default !== undefined
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader ? { loader: refusing(isPage ? keeping(loader as Ask) : (loader as Ask)) } : {}),
      ...(action ? { action: refusing(answering(action as Ask)) } : {}),
      ...(middleware ? { middleware: middleware.map(refusingBetween) } : {}),
    },
  } as Route
}

/** The one place where a refusal becomes an answer of React Router, which shows the nearest ErrorBoundary. */
const refusing = (ask: Ask) => async (asked: LoaderFunctionArgs) => {
  try {
    return await ask(asked)
  } catch (error) {
    throw asAnswer(error)
  }
}

const refusingBetween =
  (between: MiddlewareFunction<Response>): MiddlewareFunction<Response> =>
  async (asked, next) => {
    try {
      return await between(asked, next)
    } catch (error) {
      throw asAnswer(error)
    }
  }

function asAnswer(error: unknown) {
  const refused = asRefusal(error)
  if (!refused) return error
  const { reason, status, wrong } = refused as typeof refused & Partial<WrongValues>
  return data({ reason, ...(wrong ? { wrong } : {}) }, status)
}

/** A form that comes back says so by its status as well. */
const answering = (ask: Ask) => async (asked: LoaderFunctionArgs) => {
  const answer = await ask(asked)
  return answer instanceof FormAnswer ? data({ ...answer }, answer.status) : answer
}

/**
 * What loaders read stays on the server. React Router writes all of it out for the scripts of a page, even
 * of a page that ships none, which costs a fifth of the work of making one. It leaves out what is not
 * enumerable, so that is how the data are handed on: pages take them by name, since `{...loaderData}` is empty.
 */
const keeping = (ask: Ask) => async (asked: LoaderFunctionArgs) => withoutEnumerables(await ask(asked))

function withoutEnumerables(data: unknown) {
  if (data === null || typeof data !== 'object' || Object.getPrototypeOf(data) !== Object.prototype)
    return data
  const properties = Object.entries(data).map(([name, value]) => [name, { value, enumerable: false }])
  return Object.defineProperties({}, Object.fromEntries(properties))
}
