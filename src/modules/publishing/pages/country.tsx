import { findMunicipalitiesOn } from '#modules/registry.server'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Route } from './+types/country'

export async function loader({ context }: Route.LoaderArgs) {
  const today = new Date().toISOString().slice(0, 10)
  return { municipalities: await readInRequest(context, (tx) => findMunicipalitiesOn(tx, today)) }
}

export default function Country({ loaderData }: Route.ComponentProps) {
  const { path, local } = useSpeech()
  return (
    <Page title="Latvija">
      <ul>
        {loaderData.municipalities.map((one) => (
          <li key={one.id}>
            <a href={path(`/${one.slug}`)}>{local(one.name)}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
