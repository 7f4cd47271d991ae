import type { ReactNode } from 'react'
import { Complained, FilledContext } from '../forms/form-parts.tsx'
import { useSpeech } from '../i18n.tsx'
import { Island } from '../islands/island.tsx'
import { Page } from '../ui/page.tsx'
import { type EditAnswer, type OpenedEdit, OWN } from './edit.ts'
import { EditFieldPart } from './edit-field.tsx'
import { EditFields } from './edit-fields.tsx'
import { DraftOffer, MeanwhileNote, SavedNote } from './notes.tsx'
import { PreviewPart } from './preview-part.tsx'

type Answer = { [Part in keyof EditAnswer]: EditAnswer[Part] }

type Props = {
  title: string
  place?: string
  edit: OpenedEdit
  answer: Answer | undefined
  /** The page that everybody reads. */
  shownAt: { address: string; label: string }
  /** Where earlier states are. */
  historyAt?: string | undefined
  /** What stands between the heading and the form. */
  intro?: ReactNode
  /** The fields in an arrangement of the page's own; one below the other without it. */
  children?: ReactNode
  /** How what is worked out is shown before and after. */
  effects?: (before: never, after: never) => ReactNode
}

/** A page on which something is edited: the form, then what saving would change, then that it is saved. */
export function EditPage({
  title,
  place,
  edit,
  answer,
  shownAt,
  historyAt,
  intro,
  children,
  effects,
}: Props) {
  const { text, path } = useSpeech()
  const isAmiss = answer !== undefined && answer.status !== 200
  return (
    <Page title={isAmiss ? text('platform.form.problemsTitle', { title }) : title} place={place}>
      <p className="eyebrow">
        <a href={path(shownAt.address)}>{shownAt.label}</a>
        {historyAt ? (
          <>
            {' · '}
            <a href={path(historyAt)}>{text('platform.edit.history')}</a>
          </>
        ) : null}
      </p>
      <h1>{title}</h1>
      {answer ? null : <SavedNote edit={edit} shownAt={shownAt.address} />}
      {answer ? null : <DraftOffer edit={edit} />}
      {answer?.preview ? (
        <PreviewPart edit={edit} answer={answer} preview={answer.preview} effects={effects} />
      ) : (
        <>
          {intro}
          <EditForm edit={edit} answer={answer}>
            {children}
          </EditForm>
        </>
      )}
    </Page>
  )
}

/** The form alone. What is typed is kept as a draft where scripts run, and whenever it comes back. */
function EditForm({ edit, answer, children }: Pick<Props, 'edit' | 'answer' | 'children'>) {
  const { text, path } = useSpeech()
  const entered = answer?.entered ?? edit.values
  const told = {
    to: path(edit.draftsAt),
    address: edit.address,
    saved: text('platform.edit.draft.saved'),
    failed: text('platform.edit.draft.failed'),
  }
  const own = [OWN.version, OWN.was].map((name) => (
    <input key={name} type="hidden" name={name} value={entered[name] ?? edit.own[name] ?? ''} />
  ))
  const filled = {
    entered,
    complaints: answer?.complaints ?? {},
    saved: answer?.meanwhile?.saved ?? {},
    comesBack: answer !== undefined,
  }
  const why = edit.fields.find(({ name }) => name === OWN.why)
  const fields = Object.fromEntries(edit.fields.map((field) => [field.name, field]))
  return (
    <Island name="draft" told={told}>
      <form method="post" action={path(edit.address)} className="entry" noValidate>
        <Complained complaints={filled.complaints} fields={fields} />
        {answer?.meanwhile ? <MeanwhileNote answer={answer} fields={edit.fields} /> : null}
        {own}
        <FilledContext value={filled}>
          {children ?? <EditFields fields={edit.fields.filter((field) => field !== why)} />}
          {why ? <EditFieldPart of={why} /> : null}
        </FilledContext>
        <button type="submit" name={OWN.step} value="preview">
          {text('platform.edit.preview')}
        </button>
      </form>
    </Island>
  )
}
