import { redirect } from 'react-router'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { callEditAddress } from '../../addresses.ts'
import { CollectionTabs } from '../parts/collection-tabs.tsx'
import { TemplateContent } from '../parts/template-content.tsx'
import { openTemplate, withdrawTemplate } from '../template.service.server.ts'
import { findTemplates, type StoredTemplate } from '../template-store.server.ts'
import type { Route } from './+types/template-list'

export const handle = {
  action: 'collection.template.open',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit', 'collection.template.edit'],
}

const Act = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  from: z.enum(['country', 'own']),
  act: z.enum(['open', 'withdraw']),
})

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const read = await readInRequest(context, async (tx) => ({
    country: await findTemplates(tx, COUNTRY),
    own: await findTemplates(tx, municipality.id),
  }))
  return { municipality, ...read }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, Act)
  if (!form.ok) return form.answer()
  const { key, act } = form.value
  const { id: municipalityId, slug } = municipality
  const from = { municipalityId: form.value.from === 'country' ? COUNTRY : municipalityId }
  const db = context.get(databaseContext)
  const { pathname } = new URL(request.url)
  if (act === 'withdraw') {
    await withdrawTemplate(db, user, { ...from, key })
    throw redirect(pathname, 303)
  }
  const call = await openTemplate(db, user, { municipalityId, from, key })
  throw redirect(addressIn(languageOf(pathname), callEditAddress(slug, call, 'apraksts')), 303)
}

/** Calls that are ready to be opened: those that the country has published, and the municipality's own. */
export default function TemplateList({ loaderData }: Route.ComponentProps) {
  const { municipality, country, own } = loaderData
  const { text, local } = useSpeech()
  const title = text('collection.templates.title')
  return (
    <Page title={title} place={local(municipality.name)}>
      <CollectionTabs slug={municipality.slug} isEditor />
      <h1>{title}</h1>
      <p>{text('collection.templates.purpose')}</p>
      <section>
        <h2>{text('collection.templates.ofCountry')}</h2>
        {country.length === 0 ? <p>{text('collection.templates.noneOfCountry')}</p> : null}
        <Templates of={country} from="country" />
      </section>
      <section>
        <h2>{text('collection.templates.own')}</h2>
        {own.length === 0 ? <p>{text('collection.templates.noneOwn')}</p> : null}
        <Templates of={own} from="own" />
      </section>
    </Page>
  )
}

function Templates({ of, from }: { of: readonly StoredTemplate[]; from: 'country' | 'own' }) {
  const { text, local } = useSpeech()
  return of.map(({ key, template }) => (
    <section key={key}>
      <h3>{local(template.title)}</h3>
      <TemplateContent template={template} />
      <form method="post" className="entry">
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="from" value={from} />
        <button type="submit" name="act" value="open">
          {text('collection.templates.open', { title: local(template.title) })}
        </button>
        {from === 'own' ? (
          <button type="submit" name="act" value="withdraw">
            {text('collection.templates.withdraw', { title: local(template.title) })}
          </button>
        ) : null}
      </form>
    </section>
  ))
}
