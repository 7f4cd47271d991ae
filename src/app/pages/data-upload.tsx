import { data, redirect } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { findProgress } from '#platform/jobs/progress-store.server.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import type { Text } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import type { UploadFailure } from '#platform/uploads/tables.server.ts'
import { CheckStep } from '../parts/check-step.tsx'
import { LoadingStep } from '../parts/loading-step.tsx'
import { MappingStep } from '../parts/mapping-step.tsx'
import { problemText } from '../parts/problem-text.ts'
import { RecognisedStep } from '../parts/recognised-step.tsx'
import { Problems } from '../parts/upload-form.tsx'
import { sheetsOf } from '../read-folder.server.ts'
import { textIn } from '../texts.server.ts'
import { READS_OF_DATA } from '../uploads/handle-reads.ts'
import { askToLoad } from '../uploads/load-upload.job.server.ts'
import { areValuesUnasked, readEnds, readMapping, readRecognised, Typed } from '../uploads/read-steps.ts'
import { readCheck, readMappings, readParts } from '../uploads/read-upload-page.server.ts'
import {
  confirmMapping,
  confirmRecognised,
  dropUpload,
  forbiddenFiles,
  mayLoad,
  readUpload,
  rehearseUpload,
} from '../uploads/upload.service.server.ts'
import type { Route } from './+types/data-upload'

export const handle = {
  parameters: ['solis'],
  action: 'app.upload.step',
  reads: READS_OF_DATA,
  changes: READS_OF_DATA,
}

/** Steps of an upload, each as far as the one before has been answered. */
const STEPS = ['received', 'recognised', 'mapped'] as const

async function openUpload({ context, request, params }: Route.LoaderArgs | Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayLoad(user, municipality.id)) refuse(403, 'platform.refused.grant')
  const db = context.get(databaseContext)
  const isId = /^[0-9a-f-]{36}$/.test(params.upload)
  const found = isId ? await readUpload(db, user, { municipality, id: params.upload }) : undefined
  if (!found || found.upload.state === 'dropped') refuse(404, 'platform.refused.absent')
  return { user, municipality, db, ...found }
}

export async function loader(args: Route.LoaderArgs) {
  const { user, municipality, db, upload, files } = await openUpload(args)
  const home = `/darbs/${municipality.slug}/dati`
  const common = { home, plan: upload.plan, sheets: sheetNames() }
  if (upload.state === 'committed') return { ...common, step: 'done' as const, result: upload.result }
  if (upload.state === 'loading') {
    const jobId = upload.decision?.jobId ?? ''
    const progress = await readInRequest(args.context, (tx) => findProgress(tx, user.id, jobId))
    const { done = 0, total = null, note = null, state = 'waiting' } = progress ?? {}
    return { ...common, step: 'loading' as const, progress: { done, total, note, state } }
  }
  const asked = Number(new URL(args.request.url).searchParams.get('solis') ?? 3)
  const reached = (STEPS as readonly string[]).indexOf(upload.state)
  const step = Math.min(reached, Number.isInteger(asked) && asked >= 1 ? asked - 1 : reached)
  const opened = { user, municipality, upload, files }
  if (step === 0) return { ...common, step: 'recognised' as const, parts: await readParts(files, upload) }
  if (step === 1) return { ...common, step: 'mapping' as const, parts: await readMappings(db, opened) }
  const { id } = upload
  const failure = sayFailure(upload.failure, textIn(languageOf(new URL(args.request.url).pathname)))
  return { ...common, step: 'check' as const, id, failure, checked: await readCheck(db, opened) }
}

/** What each of our tables is called, for choosing one. */
const sheetNames = () =>
  Object.entries(sheetsOf('municipality'))
    .filter(([name]) => name !== 'dataset')
    .map(([name, { file }]) => ({ name, file }))

export async function action(args: Route.ActionArgs) {
  const { user, municipality, db, upload, files } = await openUpload(args)
  const language = languageOf(new URL(args.request.url).pathname)
  const text = textIn(language)
  const form = await readForm(args.request, Typed)
  if (!form.ok) return data({ said: [text('platform.form.tooLarge')] }, 413)
  const typed = form.value
  const of = { municipality, id: upload.id }
  const here = addressIn(language, `/darbs/${municipality.slug}/dati/ielade/${upload.id}`)
  const { parts } = upload.choices
  if (typed.step === 'drop') {
    await dropUpload(db, user, of)
    throw redirect(addressIn(language, `/darbs/${municipality.slug}/dati`), 303)
  }
  if (upload.state === 'loading') {
    const { decision } = upload
    if (typed.step === 'again' && decision) await askToLoad(db, user, of, decision)
    throw redirect(here, 303)
  }
  if (typed.step === 'recognised') {
    const read = readRecognised(parts, typed)
    const said = [
      ...(read.every(({ sheet }) => sheet === '') ? [text('app.data.nothingChosen')] : []),
      ...read.flatMap(({ sheet, isEncodingConfirmed, file }) =>
        sheet !== '' && !isEncodingConfirmed
          ? [text('app.data.encodingUnconfirmed', { file: files[file]?.name ?? '' })]
          : [],
      ),
      ...forbiddenFiles(user, municipality.id, read).map((file) => text('app.data.forbidden', { file })),
    ]
    if (said.length > 0) return data({ said }, 422)
    await confirmRecognised(db, user, of, files, read)
    throw redirect(here, 303)
  }
  if (typed.step === 'mapping') {
    const sheets = sheetsOf('municipality')
    const mapped = parts.map((part, number) => {
      const sheet = sheets[part.sheet]
      return sheet ? { ...part, mapping: readMapping(number, sheet, typed, part.mapping?.values) } : part
    })
    const said = mapped.flatMap(({ sheet: name, mapping }) => {
      const sheet = sheets[name]
      const lacking = sheet?.key.filter((column) => mapping?.columns[column] === undefined) ?? []
      return lacking.map((column) => text('app.data.keyUnmapped', { file: sheet?.file ?? '', column }))
    })
    const asked = await readMappings(db, {
      user,
      municipality,
      upload: { ...upload, choices: { parts: mapped } },
      files,
    })
    const open = asked.flatMap(({ file, marks }) =>
      marks
        .filter(({ meaning }) => meaning === '')
        .map(({ mark }) => text('app.data.markUnknown', { file, mark })),
    )
    await confirmMapping(db, user, of, files, mapped)
    if (said.length + open.length > 0) return data({ said: [...said, ...open] }, 422)
    throw redirect(areValuesUnasked(asked, typed) ? `${here}?solis=2` : here, 303)
  }
  const why = (typed.why ?? '').trim()
  const ends = readEnds(typed)
  const said = [
    ...(why === '' ? [text('app.data.whyMissing')] : []),
    ...(ends === undefined ? [text('app.data.endsUnread')] : []),
  ]
  if (said.length > 0 || ends === undefined) return data({ said }, 422)
  // What is large is checked by the job alone, so that nobody waits for it twice.
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) < CHECKED_AT_ONCE) {
    const { problems, changes } = await rehearseUpload(db, user, municipality, upload, files)
    const wrong = changes.find(({ name, gone }) => ends[name] !== undefined && ends[name] !== gone.length)
    const refused = sayFailure(
      problems.length > 0
        ? { kind: 'problems', problems }
        : wrong
          ? { kind: 'count', sheet: wrong.name, count: wrong.gone.length }
          : null,
      text,
    )
    if (refused.length > 0) return data({ said: refused }, 422)
  }
  if (!(await askToLoad(db, user, of, { why, ends }))) return data({ said: [text('app.data.notReady')] }, 422)
  throw redirect(here, 303)
}

const MOST_SAID = 20
const CHECKED_AT_ONCE = 2 ** 20

/** Why an upload was not loaded, a sentence each. */
function sayFailure(failure: UploadFailure | null, text: Text): string[] {
  if (failure?.kind === 'problems') {
    return failure.problems.slice(0, MOST_SAID).map((problem) => problemText(problem, text))
  }
  if (failure?.kind === 'count') {
    const file = sheetsOf('municipality')[failure.sheet]?.file ?? failure.sheet
    return [text('app.data.endsWrong', { file, count: failure.count })]
  }
  return failure ? [text('app.data.loading.refused')] : []
}

/** An upload on its way: what was recognised, what it means, what it would change, what was done. */
export default function UploadPage({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { step, home, sheets } = loaderData
  const title = text(`app.data.step.${step}`)
  const said = actionData?.said ?? (loaderData.step === 'check' ? loaderData.failure : [])
  return (
    <Page title={said.length > 0 ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      {step === 'done' || step === 'loading' ? null : <p>{text('app.data.nothingYet')}</p>}
      <Problems said={said} />
      {loaderData.step === 'recognised' ? <RecognisedStep parts={loaderData.parts} sheets={sheets} /> : null}
      {loaderData.step === 'mapping' ? <MappingStep parts={loaderData.parts} /> : null}
      {loaderData.step === 'check' ? (
        <CheckStep checked={loaderData.checked} id={loaderData.id} home={home} plan={loaderData.plan} />
      ) : null}
      {loaderData.step === 'loading' ? <LoadingStep {...loaderData.progress} /> : null}
      {loaderData.step === 'done' && loaderData.result ? (
        <>
          <p>
            {loaderData.result.changeId === null
              ? text('platform.import.unchanged')
              : text('app.data.done', {
                  added: loaderData.result.added,
                  changed: loaderData.result.changed,
                  ended: loaderData.result.ended,
                })}
          </p>
          <p>{text('app.data.done.back')}</p>
          <p>
            <a href={path(home)}>{text('app.data.done.more')}</a>
          </p>
        </>
      ) : null}
      {step === 'done' ? null : (
        <form method="post" className="entry">
          <button type="submit" name="step" value="drop" className="quiet">
            {text('app.data.drop')}
          </button>
        </form>
      )}
    </Page>
  )
}
