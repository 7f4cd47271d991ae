import { use } from 'react'
import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { typedDay } from '#platform/forms/day.ts'
import { LineField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm, FilledContext } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { currentStatus, isStanding } from '../../model.ts'
import { StatusChip } from '../../parts/status-chip.tsx'
import { versionsHome } from '../addresses.ts'
import { beginNextStrategy } from '../next/begin-next.service.server.ts'
import { chosenIn, tickName } from '../next/chosen.ts'
import { readNext } from '../next/read-next.server.ts'
import type { Route } from './+types/next-strategy'

export const handle = {
  action: 'strategy.next.begin',
  reads: ['strategy.edit'],
  changes: ['strategy.edit', 'indicators.edit'],
}

const Next = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'strategy.next.keyForm')
    .max(60, 'platform.form.long')
    .meta({ label: 'strategy.next.key', hint: 'strategy.next.key.hint' } satisfies FieldMeta),
  title: typedText({ minimum: 5, maximum: 200 }).meta({
    label: 'strategy.next.titleLv',
  } satisfies FieldMeta),
  title_en: typedText({ minimum: 5, maximum: 200 }).meta({
    label: 'strategy.next.titleEn',
  } satisfies FieldMeta),
  starts_on: typedDay().meta({ label: 'strategy.next.startsOn' } satisfies FieldMeta),
  ends_on: typedDay().meta({ label: 'strategy.next.endsOn' } satisfies FieldMeta),
})
const fields = fieldsOf(Next)

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.edit', { municipalityId: municipality.id })
  const read = await readInRequest(context, (tx) => readNext(tx, municipality.id))
  return { municipality, ...read, once: uuidv7() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  demand(user, 'strategy.edit', { municipalityId })
  const form = await readForm(request, Next)
  if (!form.ok) return form.answer()
  const { key, title, title_en, starts_on, ends_on } = form.value
  const { strategy } = await readInRequest(context, (tx) => readNext(tx, municipalityId))
  const complaints = {
    ...(key.startsWith(`${slug}-`) ? {} : { key: [{ reason: 'strategy.next.keyForm' as const }] }),
    ...(ends_on > starts_on ? {} : { ends_on: [{ reason: 'strategy.next.endsBefore' as const }] }),
    ...(starts_on > strategy.period.startsOn
      ? {}
      : { starts_on: [{ reason: 'strategy.next.startsBefore' as const }] }),
  }
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const begun = await beginNextStrategy(context.get(databaseContext), user, {
    municipalityId,
    next: { key, title: { lv: title, en: title_en }, startsOn: starts_on, endsOn: ends_on },
    chosen: chosenIn(form.entered),
  })
  if (begun === 'taken') return form.answer({ key: [{ reason: 'strategy.next.taken' }] })
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, `/${slug}/plani/${key}/strategija/labot`), 303)
}

/** Begins the next strategy, which takes over what is chosen of the current one. */
export default function NextStrategy({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, strategy, goals, indicators, drafts, once } = loaderData
  const { text, local, path, date } = useSpeech()
  const { slug } = municipality
  const title = text('strategy.next.title')
  const year = Number(strategy.period.endsOn.slice(0, 4)) + 1
  const values = {
    key: `${slug}-${year}-${year + 5}`,
    starts_on: `${year}-01-01`,
    ends_on: `${year + 5}-12-31`,
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
      <p>{text('strategy.next.lede')}</p>
      {drafts.length > 0 ? (
        <section>
          <h2>{text('strategy.next.drafts')}</h2>
          <ul className="list">
            {drafts.map(({ key, title: name, period }) => (
              <li key={key}>
                <a href={path(`/${slug}/plani/${key}/strategija/labot`)}>{local(name)}</a>
                <small>
                  {text('strategy.next.period', { from: date(period.startsOn), to: date(period.endsOn) })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ActionForm answer={actionData} fields={fields} once={once} values={values}>
        <LineField of={fields.title} />
        <LineField of={fields.title_en} />
        <LineField of={fields.starts_on} type="date" />
        <LineField of={fields.ends_on} type="date" />
        <LineField of={fields.key} />
        <h2>{text('strategy.next.actions')}</h2>
        <p className="hint">{text('strategy.next.actions.help')}</p>
        {goals.map((goal) => (
          <fieldset key={goal.code} className="field">
            <legend>
              {text('strategy.versions.target.goal')} {goal.code}
            </legend>
            <Tick name={tickName('goals', goal.code)} label={`${goal.code} ${local(goal.title)}`} />
            {goal.directions.map((direction) => (
              <details key={direction.code}>
                <summary>
                  {direction.code} {local(direction.title)}
                </summary>
                <Tick
                  name={tickName('directions', direction.code)}
                  label={`${direction.code} ${local(direction.title)}`}
                />
                {direction.actions.filter(isStanding).map((one) => (
                  <div key={one.code} className="spread">
                    <Tick name={tickName('actions', one.code)} label={`${one.code} ${local(one.title)}`} />
                    <StatusChip status={currentStatus(one)} />
                  </div>
                ))}
              </details>
            ))}
          </fieldset>
        ))}
        <fieldset className="field">
          <legend>{text('strategy.next.indicators')}</legend>
          <p className="hint">{text('strategy.next.indicators.help')}</p>
          {indicators.map(({ code, title: name }) => (
            <Tick key={code} name={tickName('indicators', code)} label={`${code} ${local(name)}`} />
          ))}
        </fieldset>
        <button type="submit">{text('strategy.next.do')}</button>
      </ActionForm>
    </Page>
  )
}

/** One thing that may go on; keeps being ticked when the form comes back. */
function Tick({ name, label }: { name: string; label: string }) {
  const { entered } = use(FilledContext)
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="yes" defaultChecked={entered[name] === 'yes'} /> {label}
    </label>
  )
}
