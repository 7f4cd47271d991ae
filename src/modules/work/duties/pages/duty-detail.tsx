import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { keepFile } from '#platform/files/keep-file.service.server.ts'
import { FORM_WITH_FILES_BYTES, readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { readSettings } from '#platform/settings.server.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand, may, mayAnywhere } from '#platform/users.ts'
import { dutyAddress, periodOfAddress } from '../duty.ts'
import { findMarksOf } from '../duty-store.server.ts'
import { markDuty, withdrawMark } from '../mark.service.server.ts'
import { MarkEntry } from '../mark-entry.ts'
import { DutyBasis } from '../parts/duty-basis.tsx'
import { DutyState, isToBePublic, StoodWords } from '../parts/duty-state.tsx'
import { DutyDue } from '../parts/duty-times.tsx'
import { InstitutionList } from '../parts/institution-list.tsx'
import { MarkForms } from '../parts/mark-forms.tsx'
import { MarkHistory } from '../parts/mark-history.tsx'
import { readDuties } from '../read-duties.server.ts'
import type { Route } from './+types/duty-detail'

export const handle = {
  action: 'work.duty.mark',
  reads: ['work.duty.read'],
  changes: ['work.duty.edit'],
}

type Args = Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>

/** One time of a duty, of the municipality or of one institution, for whoever may see duties there. */
async function readAsked({ request, context, params }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  if (!mayAnywhere(user, 'work.duty.read', municipalityId)) refuse(403, 'platform.refused.grant')
  const period = periodOfAddress(params.period)
  return readInRequest(context, async (tx) => {
    const times = await readDuties(tx, municipalityId, municipalDay())
    const time = times.find(({ rule, period: own }) => rule.key === params.duty && own === period)
    const institution = time?.institutions?.find(({ key }) => key === params.institution) ?? null
    if (!time || (params.institution !== undefined && !institution)) refuse(404, 'work.duties.noSuch')
    const institutionId = institution?.id ?? null
    const place = { municipalityId, ...(institution ? { institutionId: institution.id } : {}) }
    const said = await findMarksOf(tx, municipalityId, { duty: params.duty, period, institutionId })
    const address = dutyAddress(slug, params.duty, period, institution?.key)
    // What institutions are to do is said for each of them.
    const isMarkable = time.institutions === null || institution !== null
    const mayEdit = isMarkable && may(user, 'work.duty.edit', place)
    return { user, municipality, time, institution, said, address, place, mayEdit }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { user, place, ...read } = await readAsked(args)
  const { pathname, origin } = new URL(args.request.url)
  const { address } = read.institution ?? read.time
  // What is still missing is not yet shown by a page.
  const isShown = address !== null && (read.institution ?? read.time).doneOn !== null
  const shownBy = isShown
    ? `${readSettings().address ?? origin}${addressIn(languageOf(pathname), address)}`
    : null
  return { ...read, once: uuidv7(), today: municipalDay(), shownBy }
}

export async function action(args: Route.ActionArgs) {
  const { request, context, params } = args
  const { user, municipality, time, institution, address, place, mayEdit } = await readAsked(args)
  demand(user, 'work.duty.edit', place)
  if (!mayEdit) refuse(400, 'work.duties.refused.each')
  const form = await readForm(request, MarkEntry, FORM_WITH_FILES_BYTES)
  if (!form.ok) return form.answer()
  const db = context.get(databaseContext)
  const institutionId = institution?.id ?? null
  const { version, once, value } = form
  const asked = {
    municipalityId: municipality.id,
    institutionId,
    duty: params.duty,
    period: time.period,
    address,
    version,
    once,
  }
  const answer = await (async () => {
    if (value.act === 'withdraw') return withdrawMark(db, user, asked, value.why)
    const nothing = { doneOn: null, link: null, file: null }
    if (value.act === 'notApplicable')
      return markDuty(db, user, asked, { ...nothing, kind: 'notApplicable', note: value.reason })
    const { done_on: doneOn, link = null, note = null, file } = value
    if (doneOn > municipalDay())
      return { complaints: { done_on: [{ reason: 'work.duties.doneOn.future' as const }] } }
    if (link === null && note === null && file === undefined)
      return { complaints: { link: [{ reason: 'work.duties.link.missing' as const }] } }
    if (!file) return markDuty(db, user, asked, { kind: 'done', doneOn, link, note, file: null })
    const entry = { ...place, purpose: 'work.duty', isPublic: true, ...file }
    const kept = await keepFile(db, user, entry)
    if ('problem' in kept) return { complaints: { file: [{ reason: kept.problem }] } }
    return markDuty(db, user, asked, { kind: 'done', doneOn, link, note, file: kept })
  })()
  if (answer && 'complaints' in answer) return form.answer(answer.complaints)
  if (answer) return form.answerMeanwhile({ version: answer.meanwhile.version, saved: {} })
  throw redirect(new URL(request.url).pathname, 303)
}

/** One time of a duty: what is asked, by what, what of it is done, and where that is said. */
export default function DutyDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, time, institution, said, mayEdit, once, today, shownBy } = loaderData
  const { text, local, path, say } = useSpeech()
  const { slug } = municipality
  const { rule, period } = time
  const name = institution ? `${local(rule.name)}: ${local(institution.name)}` : local(rule.name)
  const stood = institution ?? time
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title: name }) : name}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`/darbs/${slug}/pienakumi`)}>{text('work.duties.title')}</a>
        {institution ? (
          <>
            {' · '}
            <a href={path(dutyAddress(slug, rule.key, period))}>{local(rule.name)}</a>
          </>
        ) : null}
      </p>
      <h1>{name}</h1>
      <p>
        {say.period(period)} · <DutyDue time={time} />
      </p>
      {rule.asks ? <p>{local(rule.asks)}</p> : null}
      {institution ? (
        <StoodWords stood={institution} slug={slug} isToBePublic={isToBePublic(time)} />
      ) : (
        <DutyState time={time} slug={slug} />
      )}
      <DutyBasis rule={rule} isReckoned={time.isReckoned} />
      {institution || !time.institutions ? null : (
        <InstitutionList time={time} institutions={time.institutions} slug={slug} />
      )}
      {mayEdit ? (
        <MarkForms
          answer={actionData}
          isMarked={stood.mark !== null}
          version={said.length}
          once={once}
          today={today}
          shownBy={shownBy}
          doneOn={stood.doneOn}
        />
      ) : null}
      <MarkHistory said={said} />
    </Page>
  )
}
