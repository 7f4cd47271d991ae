import type { LoaderFunctionArgs, ServerBuild } from 'react-router'

/**
 * The same pages, with what their loaders read kept on the server. React Router writes all of it out for
 * the scripts of a page, even of a page that ships none, which costs a fifth of the work of making one.
 * It leaves out what is not enumerable, so that is how the data are handed on; pages read them as before.
 */
export function keepOnServer(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const loader = route?.module.loader
    if (!route || !loader || !route.module.default) return [id, route]
    const quiet = async (asked: LoaderFunctionArgs) => withoutEnumerables(await loader(asked))
    return [id, { ...route, module: { ...route.module, loader: quiet } }]
  })
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

function withoutEnumerables(data: unknown) {
  if (data === null || typeof data !== 'object' || Object.getPrototypeOf(data) !== Object.prototype)
    return data
  const properties = Object.entries(data).map(([name, value]) => [name, { value, enumerable: false }])
  return Object.defineProperties({}, Object.fromEntries(properties))
}
