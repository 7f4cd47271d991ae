import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { reportAddress } from '../addresses.ts'
import { AnswerEntry } from '../entries.ts'
import { useDraftName } from '../parts/draft-name.tsx'
import { QuestionPart } from '../parts/question-part.tsx'
import { sayQuestion } from '../questions.server.ts'
import { readWorkspace } from '../read-workspace.server.ts'
import { answerQuestion } from '../report.service.server.ts'
import { sectionsOf } from '../sections.ts'
import type { Route } from './+types/report-questions'

/** Which question is being answered: its form stands open. */
const CHOSEN = 'jautajums'

export const handle = {
  parameters: [CHOSEN],
  action: 'publishing.report.answer',
  reads: ['publishing.report.read'],
  changes: ['publishing.report.edit'],
}
const { verdict, words } = fieldsOf(AnswerEntry)

async function read({ request, context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const db = context.get(databaseContext)
  const asked = { municipalityId: municipality.id, key: params.report }
  return { user, municipality, db, asked, ...(await readWorkspace(db, user, asked)) }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, user, draft, questions, written, names, choices } = await read(args)
  const mayAnswer =
    draft.state === 'draft' && may(user, 'publishing.report.edit', { municipalityId: municipality.id })
  const chosen = new URL(args.request.url).searchParams.get(CHOSEN)
  return { municipality, draft, questions, written, names, choices, mayAnswer, chosen, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, db, asked, draft, questions } = await read(args)
  const form = await readForm(args.request, AnswerEntry)
  if (!form.ok) return form.answer()
  const { section, question, verdict, words } = form.value
  const found = questions.find((one) => one.section === section && one.question === question)
  if (!found || draft.state !== 'draft') refuse(404, 'publishing.questions.gone')
  const said = sayQuestion(found, 'lv')
  await answerQuestion(db, user, asked.municipalityId, asked.key, { section, question, said, verdict, words })
  throw redirect(new URL(args.request.url).pathname, 303)
}

/** Questions that the data raise: people say of each whether it stays in the report, and why. */
export default function ReportQuestions({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, draft, questions, written, names, choices, mayAnswer, chosen, once } = loaderData
  const { text, local, language, path } = useSpeech()
  const title = text('publishing.questions.title')
  const titles = new Map(sectionsOf(written[language]).map(({ section }) => [section.key, section.title]))
  const open = actionData?.entered.question ?? chosen
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(reportAddress(municipality.slug, draft.key))}>{useDraftName({ draft, choices })}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('publishing.questions.lede')}</p>
      {questions.length === 0 ? <p>{text('publishing.questions.none')}</p> : null}
      {questions.map((question) => (
        <QuestionPart
          key={`${question.section}/${question.question}`}
          question={question}
          section={titles.get(question.section) ?? ''}
          names={names}
          fields={{ verdict, words }}
          answer={actionData}
          answering={!mayAnswer ? 'no' : question.question === open ? 'form' : 'link'}
          address={`?${CHOSEN}=${question.question}`}
          once={once}
        />
      ))}
    </Page>
  )
}
