import { redirect } from 'react-router'
import { z } from 'zod'
import { findDisclosureRules, findMunicipalitiesOn } from '#modules/registry.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { COUNTRY_TEMPLATES } from '../../addresses.ts'
import { fieldName, nationalTotals } from '../national-totals.ts'
import { NationalTotals } from '../parts/national-totals.tsx'
import { TemplateContent } from '../parts/template-content.tsx'
import { withdrawTemplate } from '../template.service.server.ts'
import { findTemplates, findTotalsOf } from '../template-store.server.ts'
import type { Route } from './+types/country-templates'

export const handle = {
  action: 'collection.template.withdraw',
  reads: ['collection.totals.read', 'collection.template.edit'],
  changes: ['collection.template.edit'],
}

const Act = z.object({ key: z.string().regex(/^[a-z0-9-]+$/) })

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const isEditor = may(user, 'collection.template.edit', 'country')
  if (!isEditor && !may(user, 'collection.totals.read', 'country')) refuse(403, 'platform.refused.grant')
  const read = await readInRequest(context, async (tx) => {
    const rules = await findDisclosureRules(tx)
    const templates = []
    for (const stored of await findTemplates(tx, COUNTRY)) {
      const totals = nationalTotals(await findTotalsOf(tx, stored.id), rules)
      templates.push({
        ...stored,
        totals: totals.map((one) => ({ ...one, name: fieldName(stored.template, one) })),
      })
    }
    const towns = await findMunicipalitiesOn(tx, municipalDay())
    return { templates, names: Object.fromEntries(towns.map(({ id, name }) => [id, name])) }
  })
  return { ...read, isEditor }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const form = await readForm(request, Act)
  if (!form.ok) return form.answer()
  await withdrawTemplate(context.get(databaseContext), user, { municipalityId: COUNTRY, ...form.value })
  throw redirect(new URL(request.url).pathname, 303)
}

/** Calls that the country has prepared for all municipalities, and what was accepted of them so far. */
export default function CountryTemplates({ loaderData }: Route.ComponentProps) {
  const { templates, names, isEditor } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.templates.country')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <p>{text('collection.templates.country.purpose')}</p>
      {isEditor ? (
        <p>
          <a href={path(`${COUNTRY_TEMPLATES}/jauna`)}>{text('collection.templates.country.new')}</a>
        </p>
      ) : null}
      {templates.length === 0 ? <p>{text('collection.templates.noneOfCountry')}</p> : null}
      {templates.map(({ key, template, totals }) => (
        <section key={key}>
          <h2>{local(template.title)}</h2>
          <TemplateContent template={template} />
          <NationalTotals totals={totals} names={names} />
          {isEditor ? (
            <form method="post" className="entry">
              <input type="hidden" name="key" value={key} />
              <button type="submit">
                {text('collection.templates.withdraw', { title: local(template.title) })}
              </button>
            </form>
          ) : null}
        </section>
      ))}
    </Page>
  )
}
