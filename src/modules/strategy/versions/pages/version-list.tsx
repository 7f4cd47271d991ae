import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { ChoiceField, LineField, LongField } from '#platform/forms/field-parts.tsx'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand, may } from '#platform/users.ts'
import { isDecided } from '../../model.ts'
import { midtermHome, versionAddress } from '../addresses.ts'
import { BegunVersion, begunFields } from '../begun-entry.ts'
import { beginDraft } from '../draft.service.server.ts'
import { readCurrentVersions } from '../read-plan.server.ts'
import { adoptedIn, draftIn, numberAt, VERSION_KINDS } from '../version.ts'
import type { Route } from './+types/version-list'

export const handle = {
  action: 'strategy.version.begin',
  reads: ['strategy.read'],
  changes: ['strategy.edit'],
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.read', { municipalityId: municipality.id })
  const { strategy, versions } = await readInRequest(context, (tx) =>
    readCurrentVersions(tx, municipality.id),
  )
  const mayEdit = may(user, 'strategy.edit', { municipalityId: municipality.id })
  return { municipality, strategy, versions, mayEdit, once: uuidv7() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.edit', { municipalityId: municipality.id })
  const form = await readForm(request, BegunVersion)
  if (!form.ok) return form.answer()
  const { kind, reason: lv, reason_en: en = null } = form.value
  const db = context.get(databaseContext)
  const { number } = await beginDraft(db, user, {
    municipalityId: municipality.id,
    kind,
    reason: { lv, en },
  })
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, versionAddress(municipality.slug, number)), 303)
}

/** The versions of a municipality's plan: those that were adopted, the draft of the next, and how to begin one. */
export default function VersionList({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, strategy, versions, mayEdit, once } = loaderData
  const { text, local, path, date } = useSpeech()
  const { slug } = municipality
  const title = text('strategy.versions.title')
  const draft = draftIn(versions)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`/${slug}/strategija`)}>{local(strategy.title)}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('strategy.versions.lede')}</p>
      <ul className="list">
        {draft ? (
          <li>
            <a href={path(versionAddress(slug, draft.number))}>
              {text('strategy.versions.draftOf', { number: draft.number })}
            </a>
            <small>{local(draft.reason)}</small>
          </li>
        ) : null}
        {adoptedIn(versions)
          .toReversed()
          .map(({ number, decision, reason }) => (
            <li key={number}>
              <a href={path(versionAddress(slug, number))}>{text('strategy.versions.number', { number })}</a>{' '}
              {number === numberAt(versions) ? <strong>{text('strategy.versions.holds')}</strong> : null}
              <small>
                {text('strategy.versions.decided', {
                  number: decision.number,
                  on: date(decision.decidedOn),
                })}{' '}
                {local(reason)}
              </small>
            </li>
          ))}
        <li>
          {text('strategy.versions.number', { number: 1 })}{' '}
          {numberAt(versions) === 1 ? <strong>{text('strategy.versions.holds')}</strong> : null}
          <small>{text('strategy.versions.first')}</small>
        </li>
      </ul>
      <p>
        <a href={path(`/${slug}/redakcijas`)}>{text('strategy.versions.public')}</a> ·{' '}
        <a href={path(midtermHome(slug))}>{text('strategy.midterm.title')}</a> ·{' '}
        <a href={path(`/darbs/${slug}/nakama-koncepcija`)}>{text('strategy.next.title')}</a>
      </p>
      {mayEdit && !draft && isDecided(strategy.version) ? (
        <section>
          <h2>{text('strategy.versions.begin')}</h2>
          <ActionForm answer={actionData} fields={begunFields} once={once} values={{ kind: 'update' }}>
            <ChoiceField
              of={begunFields.kind}
              options={VERSION_KINDS.map((value) => ({
                value,
                label: `strategy.versions.kindOf.${value}` as const,
              }))}
            />
            <LongField of={begunFields.reason} rows={3} />
            <LineField of={begunFields.reason_en} />
            <button type="submit">{text('strategy.versions.begin.do')}</button>
          </ActionForm>
        </section>
      ) : null}
      {isDecided(strategy.version) ? null : <p role="note">{text('strategy.versions.notAdopted')}</p>}
    </Page>
  )
}
