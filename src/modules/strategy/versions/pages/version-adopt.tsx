import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, keepUpContext, readInRequest } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { versionAddress } from '../addresses.ts'
import { adoptVersion, draftState } from '../adopt.service.server.ts'
import { applyChanges } from '../apply-changes.ts'
import { comparePlans } from '../compare.ts'
import { conflictsIn } from '../conflicts.ts'
import { ConflictList } from '../parts/conflict-list.tsx'
import { DecisionFacts } from '../parts/decision-facts.tsx'
import { PlanComparison } from '../parts/plan-comparison.tsx'
import { endingDay, readNumber, readVersion } from '../read-plan.server.ts'
import { findProposalRows } from '../version-store.server.ts'
import type { Route } from './+types/version-adopt'

export const handle = {
  action: 'strategy.version.adopt',
  reads: ['strategy.adopt'],
  changes: ['strategy.adopt'],
}

const Nothing = z.object({})

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.adopt', { municipalityId: municipality.id })
  const number = readNumber(params.version)
  const today = municipalDay()
  return readInRequest(context, async (tx) => {
    const { tree, version, proposals } = await readVersion(tx, { municipalityId: municipality.id, number })
    const rows = await findProposalRows(tx, municipality.id, version.id)
    return {
      municipality,
      version,
      proposals,
      differences: comparePlans(tree, applyChanges(tree, proposals, endingDay(version, today))),
      conflicts: conflictsIn(tree, proposals),
      seen: draftState(version, rows),
      isInForce: version.decision !== null && version.decision.inForceOn <= today,
      once: uuidv7(),
    }
  })
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  demand(user, 'strategy.adopt', { municipalityId })
  const number = readNumber(params.version)
  const form = await readForm(request, Nothing)
  if (!form.ok) return form.answer()
  const db = context.get(databaseContext)
  const { tree } = await readInRequest(context, (tx) => readVersion(tx, { municipalityId, number }))
  const asked = { municipalityId, plan: tree.strategy.key, number, seen: form.version }
  const refused = await adoptVersion(db, user, asked)
  if (refused) {
    if ('meanwhile' in refused) return form.answerMeanwhile({ version: refused.meanwhile, saved: {} })
    return form.answer(
      { '': [{ reason: 'strategy.versions.conflicts', values: { count: refused.conflicts.length } }] },
      409,
    )
  }
  // Whoever has adopted it sees at once what follows; what fails here is tried again later.
  await context
    .get(keepUpContext)(db, municipalityId)
    .catch(() => undefined)
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, versionAddress(slug, number)), 303)
}

/** Puts a decided version in force, once its effect on the plan has been looked at. */
export default function VersionAdopt({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, version, proposals, differences, conflicts, seen, isInForce, once } = loaderData
  const { text, local, path, date } = useSpeech()
  const { slug } = municipality
  const { number, decision, state } = version
  const title = text('strategy.versions.adopt.title', { number })
  const why =
    state !== 'draft'
      ? text('strategy.versions.notDraft')
      : decision === null
        ? text('strategy.versions.noDecision')
        : isInForce
          ? null
          : text('strategy.versions.notYetOn', { on: date(decision.inForceOn) })
  const isReady = why === null && conflicts.length === 0
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(versionAddress(slug, number))}>{text('strategy.versions.draftOf', { number })}</a>
      </p>
      <h1>{title}</h1>
      <DecisionFacts version={version} />
      {conflicts.length > 0 ? <ConflictList conflicts={conflicts} slug={slug} number={number} /> : null}
      <section>
        <h2>{text('strategy.versions.adopt.what')}</h2>
        <PlanComparison
          differences={differences}
          proposals={proposals}
          before={text('strategy.versions.now')}
          after={text('strategy.versions.number', { number })}
        />
      </section>
      <ActionForm answer={actionData} fields={{}} once={once} version={seen}>
        <p>{text('strategy.versions.adopt.help')}</p>
        {why ? (
          <p id="why-not" className="hint">
            {why}
          </p>
        ) : null}
        <button type="submit" disabled={!isReady} aria-describedby={why ? 'why-not' : undefined}>
          {text('strategy.versions.adopt.do')}
        </button>
      </ActionForm>
    </Page>
  )
}
