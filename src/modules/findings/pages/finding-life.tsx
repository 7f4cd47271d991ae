import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { findAccountHolders, findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { familiesContext } from '../context.server.ts'
import { guidanceOfRule } from '../guidance.ts'
import { findEditedGuidance } from '../guidance-store.server.ts'
import { sayOf, tellUnprotected } from '../life.service.server.ts'
import { LifeEntry } from '../life-entry.ts'
import { findLife, findPastLives, findPlaced, type Life } from '../life-store.server.ts'
import { FindingResponse, StateChip } from '../parts/finding-response.tsx'
import { GuideSteps } from '../parts/guide.tsx'
import { LifeForm } from '../parts/life-form.tsx'
import { PastLives } from '../parts/past-lives.tsx'
import { SeverityChip } from '../parts/severity-chip.tsx'
import { SubjectLinks } from '../parts/subject-links.tsx'
import type { Route } from './+types/finding-life'

export const handle = { action: 'finding.say', reads: 'present', changes: ['findings.edit'] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { identity } = params
  const municipalityId = municipality.id
  const read = await readInRequest(context, async (tx) => {
    const life = await findLife(tx, municipalityId, identity)
    const placed = await findPlaced(tx, municipalityId, identity)
    const edited = await findEditedGuidance(tx, municipalityId)
    const past = life ? await findPastLives(tx, municipalityId, identity) : []
    const accounts = new Set([life?.account_id, ...past.flatMap((one) => [one.account_id, one.recorded_by])])
    const ids = [...accounts].filter((id): id is string => Boolean(id))
    const names = await findAccountNames(tx, municipalityId, ids)
    const holders = await findAccountHolders(tx, municipalityId)
    return {
      life: life ?? null,
      placed: placed ?? null,
      past,
      edited,
      names: Object.fromEntries(names),
      holders,
    }
  })
  const snapshot = read.placed?.snapshot ?? read.life
  if (!snapshot) refuse(404, 'findings.life.noSuch')
  const families = context.get(familiesContext)
  const family = families.find(({ name }) => name === snapshot.family)
  const rule = family?.rules.find(({ code }) => code === snapshot.rule)
  const mayRead = may(user, 'findings.unprotected.read', { municipalityId })
  const open =
    snapshot.is_covered && read.placed && mayRead
      ? await tellUnprotected(context.get(databaseContext), user, families, { municipalityId, identity })
      : undefined
  const able = new Set(await findAccountsWith(context.get(databaseContext), municipalityId, 'findings.read'))
  return {
    ...read,
    holders: read.holders.filter(({ accountId }) => able.has(accountId)),
    municipality,
    snapshot,
    rule: rule && { title: rule.title, explain: rule.explain },
    unprotected: open ?? [],
    mayEdit: may(user, 'findings.edit', { municipalityId }),
    me: user.id,
    once: uuidv7(),
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, LifeEntry)
  if (!form.ok) return form.answer()
  const asked = { municipalityId: municipality.id, identity: params.identity, version: form.version }
  const answer = await sayOf(context.get(databaseContext), user, asked, form.value)
  if (answer && 'problem' in answer) return form.answer({ state: [{ reason: answer.problem }] })
  if (answer)
    return form.answerMeanwhile({ version: answer.meanwhile.revision, saved: valuesOf(answer.meanwhile) })
  throw redirect(new URL(request.url).pathname, 303)
}

/** What stands in the form at first. What is from before is begun anew. */
function valuesOf(life: Life | null): Record<string, string> {
  if (!life) return { state: 'open' }
  const isSaid = life.state !== 'open' && life.state !== 'closed'
  return {
    state: life.state === 'closed' ? 'open' : life.state,
    words_lv: isSaid ? (life.said_lv ?? '') : '',
    words_en: isSaid ? (life.said_en ?? '') : '',
    tells_no_figure: isSaid && life.tells_no_figure ? 'yes' : '',
    account: life.account_id ?? '',
  }
}

/** One finding: what the rule found, what was said of it and by whom, and the form to say it. */
export default function FindingLifePage({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, snapshot, rule, life, placed, past, names, holders, me, once, mayEdit } = loaderData
  const { text, local, path, date } = useSpeech()
  const title = rule ? local(rule.title) : snapshot.rule
  const response =
    life?.said && life.said_on
      ? {
          saying: life.said,
          words: life.said_lv === null ? null : { lv: life.said_lv, en: life.said_en },
          on: life.said_on,
          isEarlier: life.is_earlier,
        }
      : null
  const state = life?.state ?? 'open'
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p>
        <a href={path(`/darbs/${municipality.slug}/atradumi`)}>{text('findings.queue.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <SeverityChip severity={snapshot.severity} /> <StateChip state={state} />
      </p>
      <p>{local({ lv: snapshot.finding_lv, en: snapshot.finding_en })}</p>
      {loaderData.unprotected.map((words) => (
        <p key={words.lv}>
          <strong>{text('findings.life.unprotected')}</strong> {local(words)}
        </p>
      ))}
      {rule ? <p className="hint">{local(rule.explain)}</p> : null}
      <SubjectLinks subjects={snapshot.subjects} slug={municipality.slug} />
      {rule ? (
        <section aria-labelledby="todo">
          <h2 id="todo">{text('findings.guidance.todo')}</h2>
          <GuideSteps of={guidanceOfRule(loaderData.edited, snapshot.family, snapshot.rule)} />
        </section>
      ) : null}
      {state === 'closed' && life?.closed_on ? (
        <p>{text('findings.life.closed', { date: date(life.closed_on) })}</p>
      ) : null}
      {life?.reopened_on && state !== 'closed' ? (
        <p>{text('findings.life.reopened', { date: date(life.reopened_on) })}</p>
      ) : null}
      {response ? <FindingResponse life={{ state: state === 'closed' ? 'open' : state, response }} /> : null}
      {snapshot.is_covered && response?.words && !life?.tells_no_figure ? (
        <p className="hint">{text('findings.life.notPublic')}</p>
      ) : null}
      {mayEdit && placed ? (
        <section aria-labelledby="say">
          <h2 id="say">{text('findings.life.say')}</h2>
          <LifeForm
            answer={actionData}
            once={once}
            version={life?.revision ?? 0}
            values={valuesOf(life)}
            holders={holders}
            me={me}
            isCovered={snapshot.is_covered}
          />
        </section>
      ) : null}
      <PastLives past={past} names={names} me={me} />
    </Page>
  )
}
