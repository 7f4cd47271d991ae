import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { Collected } from '#modules/people/parts'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import {
  databaseContext,
  demandSignedIn,
  personalDataContext,
  readInRequest,
} from '#platform/context.server.ts'
import { LongField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField } from '#platform/forms/pick-field.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { collect } from '#platform/personal-data/collect.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { currentGrants } from '#platform/users.ts'
import { askAboutOwnData } from '../own-data.service.server.ts'
import { OwnRequest } from '../own-data.ts'
import type { Route } from './+types/own-data'

export const handle = { action: 'work.own', parameters: ['lugts'], reads: 'own' }
const fields = fieldsOf(OwnRequest.omit({ act: true }))

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const home = new Set(
    currentGrants(user).flatMap(({ scope }) => (scope.kind === 'country' ? [] : scope.municipalityId)),
  )
  const read = await readInRequest(context, async (tx) => ({
    collected: await collect(
      tx,
      context.get(personalDataContext),
      { kind: 'account', accountId: user.id },
      undefined,
    ),
    places: (await findMunicipalitiesOn(tx, municipalDay())).filter(({ id }) => home.has(id)),
  }))
  return {
    parts: read.collected.map(({ entry, rows }) => ({ title: entry.title, rows })),
    kept: context
      .get(personalDataContext)
      .flatMap(({ key, title, retention }) =>
        read.collected.some(({ entry }) => entry.key === key) ? { key, title, retention } : [],
      ),
    places: read.places.map(({ id, name }) => ({ id, name })),
    isAsked: new URL(request.url).searchParams.has('lugts'),
    once: uuidv7(),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const form = await readForm(request, OwnRequest)
  if (!form.ok) return form.answer()
  const { act, municipality, words } = form.value
  const names = await readInRequest(context, (tx) => findAccountNames(tx, municipality, [user.id]))
  const subject = `${names.get(user.id) ?? user.id}: ${words}`
  const asked = await askAboutOwnData(context.get(databaseContext), user, {
    municipalityId: municipality,
    act,
    subject,
  })
  if (asked === 0) return form.answer({ municipality: [{ reason: 'work.own.nobody' }] })
  throw redirect(`${new URL(request.url).pathname}?lugts=ja`, 303)
}

/** Everything that is kept of whoever has signed in, to read, to take along, and to have put right or erased. */
export default function OwnData({ loaderData, actionData }: Route.ComponentProps) {
  const { parts, kept, places, isAsked, once } = loaderData
  const { text, path, local } = useSpeech()
  const title = text('work.own.title')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      {isAsked ? <p role="status">{text('work.own.asked')}</p> : null}
      <p>{text('work.own.lede')}</p>
      <p>
        <a href={path('/darbs/konts/mani-dati.json')}>{text('work.own.file')}</a>
      </p>
      <Collected parts={parts} />
      {kept.length > 0 ? (
        <details className="fold">
          <summary>{text('work.own.howLong')}</summary>
          <dl className="facts">
            {kept.map((entry) => (
              <div key={entry.key}>
                <dt>{text(entry.title)}</dt>
                <dd>{text(entry.retention)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {places.length > 0 ? (
        <section aria-labelledby="ask">
          <h2 id="ask">{text('work.own.ask')}</h2>
          <p>{text('work.own.ask.lede')}</p>
          <ActionForm
            answer={actionData}
            fields={fields}
            once={once}
            values={{ municipality: places[0]?.id ?? '' }}
          >
            <PickField
              of={fields.municipality}
              options={places.map(({ id, name }) => ({ value: id, label: local(name) }))}
            />
            <LongField of={fields.words} rows={4} />
            <button type="submit" name="act" value="correct">
              {text('work.own.correct')}
            </button>
            <button type="submit" name="act" value="erase">
              {text('work.own.erase')}
            </button>
          </ActionForm>
        </section>
      ) : null}
    </Page>
  )
}
