import { data, redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { findOpenUploads } from '#platform/uploads/upload-store.server.ts'
import { may, mayAnywhere } from '#platform/users.ts'
import { findPlans, readableSheets } from '../export.server.ts'
import { problemText } from '../parts/problem-text.ts'
import { UploadForm } from '../parts/upload-form.tsx'
import { describedSheets } from '../prepare-folder.server.ts'
import { READS_OF_DATA } from '../uploads/handle-reads.ts'
import { readUploadForm } from '../uploads/read-upload-form.server.ts'
import { mayLoad, receiveUpload, sheetsFor } from '../uploads/upload.service.server.ts'
import type { Route } from './+types/data'

export const handle = {
  parameters: ['plans'],
  action: 'app.upload',
  reads: READS_OF_DATA,
  changes: READS_OF_DATA,
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayLoad(user, municipality.id)) refuse(403, 'platform.refused.grant')
  const db = context.get(databaseContext)
  const plans = await findPlans(db, user, municipality)
  const asked = new URL(request.url).searchParams.get('plans')
  const plan = plans.find((one) => one === asked) ?? plans.at(-1)
  const loadable = sheetsFor(user, municipality.id)
  const readable = new Set(readableSheets(user, municipality.id))
  const tables = describedSheets()
    .filter(({ name }) => name in loadable)
    .map(({ name, sheet, example }) => ({
      name,
      file: sheet.file.replace(/\.csv$/, ''),
      about: example.about,
      hasData: plan !== undefined && readable.has(name),
    }))
  const uploads = await readInRequest(context, (tx) => findOpenUploads(tx, municipality.id))
  return {
    once: uuidv7(),
    slug: municipality.slug,
    plan,
    mayLoadPeople: mayAnywhere(user, 'people.edit', municipality.id),
    newPlan: `${municipality.slug}-${new Date().getFullYear()}`,
    plans,
    tables,
    isCovered: !may(user, 'indicators.unprotected.read', { municipalityId: municipality.id }),
    uploads: uploads.map(({ id, createdAt, choices }) => ({
      id,
      day: createdAt.toISOString().slice(0, 10),
      tables: choices.parts.length,
    })),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayLoad(user, municipality.id)) refuse(403, 'platform.refused.grant')
  const db = context.get(databaseContext)
  const { once, plan, files, complaint } = await readUploadForm(request)
  const plans = await findPlans(db, user, municipality)
  if (complaint) return data({ complaints: [complaint], problems: [] }, 422)
  if (!plan || !(plans.length === 0 ? mayBeginPlan(plan, municipality.slug) : plans.includes(plan))) {
    const complaint = plans.length === 0 ? ('app.data.planName' as const) : ('app.data.noPlan' as const)
    return data({ complaints: [complaint], problems: [] }, 422)
  }
  if (files.length === 0) return data({ complaints: ['app.data.noFiles' as const], problems: [] }, 422)
  const problems = await receiveUpload(db, user, { municipality, id: once }, plan, files)
  if (problems.length > 0) return data({ complaints: [], problems }, 422)
  const { pathname } = new URL(request.url)
  throw redirect(addressIn(languageOf(pathname), `/darbs/${municipality.slug}/dati/ielade/${once}`), 303)
}

/** A plan's public name begins with its municipality, so that no two can be the same. */
const mayBeginPlan = (plan: string, slug: string) =>
  plan.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(plan) && plan.startsWith(`${slug}-`)

/** Where a municipality's data go in and come out as files. */
export default function DataPage({ loaderData, actionData }: Route.ComponentProps) {
  const { text, date, path } = useSpeech()
  const { once, slug, plan, plans, tables, uploads, isCovered } = loaderData
  const home = path(`/darbs/${slug}/dati`)
  const query = plan === undefined ? '' : `?plans=${plan}`
  const file = (name: string) => `${home}/fails/${name}${query}`
  const said = [
    ...(actionData?.complaints ?? []).map((reason) => text(reason)),
    ...(actionData?.problems ?? []).map((problem) => problemText(problem, text)),
  ]
  const title = text('app.data.title')
  return (
    <Page title={said.length > 0 ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text('app.data.purpose')}</p>
      {plans.length > 1 ? (
        <p className="links">
          {plans.map((one) => (
            <a key={one} href={`${home}?plans=${one}`} aria-current={one === plan ? 'page' : undefined}>
              {one}
            </a>
          ))}
        </p>
      ) : null}
      <h2>{text('app.data.upload')}</h2>
      {plan === undefined ? <p>{text('app.data.firstPlan')}</p> : null}
      <UploadForm once={once} plan={plan ?? loaderData.newPlan} isNew={plan === undefined} said={said} />
      {uploads.length > 0 ? (
        <>
          <h2>{text('app.data.open')}</h2>
          <ul>
            {uploads.map(({ id, day, tables: count }) => (
              <li key={id}>
                <a href={`${home}/ielade/${id}`}>{text('app.data.openOne', { date: date(day), count })}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {loaderData.mayLoadPeople ? (
        <p>
          <a href={`${home}/cilveki`}>{text('app.people.title')}</a>
        </p>
      ) : null}
      <h2>{text('app.data.tables')}</h2>
      <p>{text('app.data.tables.help')}</p>
      {isCovered ? <p>{text('app.data.covered')}</p> : null}
      <Table
        caption={<span className="visually-hidden">{text('app.data.tables')}</span>}
        rows={tables}
        rowKey={({ name }) => name}
        columns={[
          {
            heading: text('app.data.table'),
            cell: ({ about, file: called }) => (
              <>
                {text(about)} <span className="quiet">{called}</span>
              </>
            ),
          },
          {
            heading: text('app.data.template'),
            cell: ({ file: called }) => (
              <a href={file(`veidne-${called}.xlsx`)}>
                XLSX<span className="visually-hidden">: {called}</span>
              </a>
            ),
          },
          {
            heading: text('app.data.current'),
            cell: ({ file: called, hasData }) =>
              hasData ? (
                <ul className="links">
                  <li>
                    <a href={file(`${called}.xlsx`)}>
                      XLSX<span className="visually-hidden">: {called}</span>
                    </a>
                  </li>
                  <li>
                    <a href={file(`excel-${called}.csv`)}>
                      {text('app.data.csvExcel')}
                      <span className="visually-hidden">: {called}</span>
                    </a>
                  </li>
                  <li>
                    <a href={file(`${called}.csv`)}>
                      {text('app.data.csvMachine')}
                      <span className="visually-hidden">: {called}</span>
                    </a>
                  </li>
                </ul>
              ) : (
                text('app.data.notYours')
              ),
          },
        ]}
      />
      {plan === undefined ? null : (
        <>
          <h2>{text('app.data.all')}</h2>
          <p>{text('app.data.all.help')}</p>
          <ul>
            <li>
              <a href={file('viss.zip')}>{text('app.data.all.zip')}</a>
            </li>
            <li>
              <a href={file('viss.xlsx')}>{text('app.data.all.xlsx')}</a>
            </li>
            <li>
              <a href={file('veidne.xlsx')}>{text('app.data.all.template')}</a>
            </li>
          </ul>
        </>
      )}
    </Page>
  )
}
