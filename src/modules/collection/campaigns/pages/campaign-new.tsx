import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, textsContext } from '#platform/context.server.ts'
import { LineField, LongField, SelectField } from '#platform/forms/field-parts.tsx'
import { type Complaints, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { bothTexts, sayBoth } from '../../calls/both-texts.ts'
import { readOptions, writeOptions } from '../../calls/option-lines.ts'
import { CampaignEntry } from '../campaign-entry.ts'
import { draftLightCall } from '../light-call.service.server.ts'
import { readShortForm, whomOf } from '../short-form.server.ts'
import { summerWorks, worksAsked } from '../works.ts'
import type { Route } from './+types/campaign-new'

export const handle = {
  action: 'collection.campaign.add',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}
const fields = fieldsOf(CampaignEntry)
/** How long a short list takes, a work a minute and the rest for pictures. */
const PICTURES_MINUTES = 10

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const texts = bothTexts(context.get(textsContext))
  const { lv: title_lv, en: title_en } = sayBoth(texts, 'collection.campaigns.summer')
  const works = writeOptions(summerWorks(texts))
  const values = { title_lv, title_en, works, responsible: user.id }
  return { ...(await readShortForm(context)), municipality, values, once: uuidv7() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const now = new Date()
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, CampaignEntry)
  if (!form.ok) return form.answer()
  const { title_lv, title_en, works, due_at, whom, responsible } = form.value
  const { read, complaint } = readOptions(works)
  const complaints: Complaints = {
    ...(complaint ? { works: [complaint] } : {}),
    ...(due_at <= now ? { due_at: [{ reason: 'collection.polls.closesAt.past' }] } : {}),
  }
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const texts = bothTexts(context.get(textsContext))
  const title = { lv: title_lv, en: title_en ?? title_lv }
  const light = {
    kind: 'campaign',
    title,
    purpose: sayBoth(texts, 'collection.campaigns.purpose'),
    legalBasis: sayBoth(texts, 'collection.polls.legalBasis'),
    use: sayBoth(texts, 'collection.campaigns.use'),
    audience: whomOf(whom),
    responsibleId: responsible ?? user.id,
    estimatedMinutes: read.length + PICTURES_MINUTES,
    dueAt: due_at,
    takesLate: true,
    asks: worksAsked(read, title, texts),
  } as const
  const key = await draftLightCall(context.get(databaseContext), user, municipality.id, light, now)
  const address = `${collectionHome(municipality.slug)}/darba-saraksti/${key}`
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), address), 303)
}

/** A new list of works; that of the summer stands there ready-made. */
export default function CampaignNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, once, values, types, holders } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.campaigns.new')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`${collectionHome(municipality.slug)}/darba-saraksti`)}>
          {text('collection.campaigns.title')}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.campaigns.new.help')}</p>
      <ActionForm answer={actionData} fields={fields} once={once} values={values}>
        <LineField of={fields.title_lv} />
        <LongField of={fields.works} rows={9} />
        <LineField of={fields.due_at} type="datetime-local" />
        <SelectField
          of={fields.whom}
          empty={text('collection.campaigns.everybody')}
          options={types.map(({ code, name }) => ({ value: code, label: local(name) }))}
        />
        <SelectField of={fields.responsible} options={holders} />
        <LineField of={fields.title_en} />
        <button type="submit">{text('collection.campaigns.prepare')}</button>
      </ActionForm>
    </Page>
  )
}
