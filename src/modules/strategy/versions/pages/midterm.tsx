import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { LineField, LongField } from '#platform/forms/field-parts.tsx'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { isDecided, standingActionsOf } from '../../model.ts'
import { midtermHome, midtermStep, versionAddress, versionsHome } from '../addresses.ts'
import { BegunMidterm, begunFields } from '../begun-entry.ts'
import { beginDraft } from '../draft.service.server.ts'
import { readMidterm } from '../midterm/read-step.server.ts'
import { nextStep, progressOf, stepsOf } from '../midterm/steps.ts'
import type { Route } from './+types/midterm'

export const handle = {
  action: 'strategy.midterm.begin',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.edit', { municipalityId: municipality.id })
  const { tree, draft, proposals } = await readInRequest(context, (tx) => readMidterm(tx, municipality.id))
  const steps = stepsOf(tree)
  return {
    municipality,
    draft,
    isAdopted: isDecided(tree.strategy.version),
    goals: tree.goals,
    proposed: proposals.map(({ target, code, kind }) => ({ target, code, kind })),
    progress: progressOf(steps, proposals),
    next: nextStep(steps, proposals),
    once: uuidv7(),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.edit', { municipalityId: municipality.id })
  const form = await readForm(request, BegunMidterm)
  if (!form.ok) return form.answer()
  const { reason: lv, reason_en: en = null } = form.value
  const begun = { municipalityId: municipality.id, kind: 'midterm', reason: { lv, en } } as const
  await beginDraft(context.get(databaseContext), user, begun)
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, midtermHome(municipality.slug)), 303)
}

/** The guided way through the plan in the middle of its time, at the end of which there is the draft of a version. */
export default function Midterm({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, draft, isAdopted, goals, proposed, progress, next, once } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const title = text('strategy.midterm.title')
  const isOurs = draft?.kind === 'midterm'
  const kindOf = new Map(proposed.map(({ target, code, kind }) => [`${target} ${code}`, kind]))
  const said = (target: 'goal' | 'action', code: string) => {
    const kind = kindOf.get(`${target} ${code}`)
    return kind ? (
      <strong>{text(`strategy.versions.kind.${kind}`)}</strong>
    ) : (
      <span className="quiet">
        {text(target === 'goal' ? 'strategy.midterm.notYet.goal' : 'strategy.midterm.notYet')}
      </span>
    )
  }
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(versionsHome(slug))}>{text('strategy.versions.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('strategy.midterm.lede')}</p>
      {isAdopted ? null : <p role="note">{text('strategy.versions.notAdopted')}</p>}
      {isAdopted && !draft ? (
        <ActionForm answer={actionData} fields={begunFields} once={once}>
          <LongField of={begunFields.reason} rows={3} />
          <LineField of={begunFields.reason_en} />
          <button type="submit">{text('strategy.midterm.begin')}</button>
        </ActionForm>
      ) : null}
      {draft && !isOurs ? (
        <p role="note">
          {text('strategy.midterm.otherDraft')}{' '}
          <a href={path(versionAddress(slug, draft.number))}>
            {text('strategy.versions.draftOf', { number: draft.number })}
          </a>
        </p>
      ) : null}
      {draft && isOurs ? (
        <>
          <p>{text('strategy.midterm.progress', progress)}</p>
          <p>
            {next ? (
              <a className="button" href={path(midtermStep(slug, next.target, next.code))}>
                {text('strategy.midterm.next', { code: next.code })}
              </a>
            ) : (
              text('strategy.midterm.done')
            )}
          </p>
          <p>
            <a href={path(versionAddress(slug, draft.number))}>{text('strategy.midterm.toDraft')}</a> ·{' '}
            <a href={path(`${versionAddress(slug, draft.number)}/salidzinajums`)}>
              {text('strategy.versions.compare')}
            </a>
          </p>
          {goals.map((goal) => (
            <article key={goal.code} className="branch">
              <h2>
                <a href={path(midtermStep(slug, 'goal', goal.code))}>
                  {goal.code} {local(goal.title)}
                </a>
              </h2>
              <p>{said('goal', goal.code)}</p>
              <details>
                <summary>{text('strategy.midterm.actionsOf')}</summary>
                <ul className="list">
                  {standingActionsOf({ goals: [goal] }).map(({ code, title: name }) => (
                    <li key={code} className="spread">
                      <a href={path(midtermStep(slug, 'action', code))}>
                        {code} {local(name)}
                      </a>
                      {said('action', code)}
                    </li>
                  ))}
                </ul>
              </details>
            </article>
          ))}
        </>
      ) : null}
    </Page>
  )
}
