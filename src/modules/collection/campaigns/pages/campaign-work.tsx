import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { callAddress, collectionHome, openingAddress } from '../../addresses.ts'
import { publishCampaign } from '../campaign.service.server.ts'
import { findPublishedWorks } from '../campaign-store.server.ts'
import { InstitutionWorksTable } from '../parts/institution-works.tsx'
import { WorksTable } from '../parts/works-table.tsx'
import { readCampaign } from '../read-works.server.ts'
import type { Route } from './+types/campaign-work'

export const handle = {
  action: 'collection.campaign.publish',
  reads: ['collection.read'],
  changes: ['collection.call.edit'],
}

/** So many institutions are shown at first sight; more stand behind a line. */
const FEW = 5

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId } = municipality
  const read = await readInRequest(context, async (tx) => {
    const campaign = await readCampaign(tx, municipalityId, params.key, new Date())
    if (!campaign) refuse(404, 'collection.campaigns.noSuch')
    const published = (await findPublishedWorks(tx, municipalityId)).get(campaign.call.id)
    return { ...campaign, publishedAt: published?.(campaign.list.rows).asOf ?? null }
  })
  return {
    ...read,
    municipality,
    maySeeAll: may(user, 'collection.read', { municipalityId }),
    mayEdit: may(user, 'collection.call.edit', { municipalityId }),
    once: uuidv7(),
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, z.object({}))
  if (!form.ok) return form.answer()
  await publishCampaign(context.get(databaseContext), user, {
    municipalityId: municipality.id,
    key: params.key,
  })
  throw redirect(new URL(request.url).pathname, 303)
}

/** One list of works: how far they are over all institutions, and each institution by itself. */
export default function CampaignWork({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, call, list, result, institutions, publishedAt, maySeeAll, mayEdit, once } = loaderData
  const { text, local, path, instant } = useSpeech()
  const { slug } = municipality
  return (
    <Page title={local(call.title)} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`${collectionHome(slug)}/darba-saraksti`)}>{text('collection.campaigns.title')}</a>
        {' · '}
        <a href={path(callAddress(slug, call.key))}>{text('collection.campaigns.call')}</a>
      </p>
      <h1>{local(call.title)}</h1>
      {call.state === 'draft' ? (
        <>
          <p role="note">
            {text('collection.campaigns.draft')}{' '}
            <a href={path(openingAddress(slug, call.key))}>{text('collection.campaigns.open')}</a>
          </p>
          <ul>
            {list.rows.map(({ key, name }) => (
              <li key={key}>{local(name)}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{text('collection.campaigns.due', { at: instant(call.dueAt) })}</p>
          {maySeeAll ? <WorksTable result={result} caption={text('collection.campaigns.caption')} /> : null}
          <details className="fold" open={institutions.length <= FEW}>
            <summary>{text('collection.campaigns.each', { count: institutions.length })}</summary>
            <InstitutionWorksTable slug={slug} call={call} works={list.rows} institutions={institutions} />
          </details>
          {mayEdit ? (
            <section aria-labelledby="publish">
              <h2 id="publish">{text('collection.campaigns.public')}</h2>
              <p>
                {publishedAt ? (
                  <a href={path(`/${slug}/datu-vaksana/darba-saraksti/${call.key}`)}>
                    {text('collection.campaigns.publishedAt', { at: instant(publishedAt) })}
                  </a>
                ) : (
                  text('collection.campaigns.publish.help')
                )}
              </p>
              <ActionForm answer={actionData} fields={{}} once={once}>
                <button type="submit">{text('collection.campaigns.publish')}</button>
              </ActionForm>
            </section>
          ) : null}
        </>
      )}
    </Page>
  )
}
