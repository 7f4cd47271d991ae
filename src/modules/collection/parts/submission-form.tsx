import type { ReactNode } from 'react'
import type { FormAnswer } from '#platform/forms/form.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { formAddress } from '../addresses.ts'
import type { Reused } from '../calls/find-reused.server.ts'
import type { CheckContext } from '../checks/index.ts'
import type { Asked } from '../form/asked.server.ts'
import type { HeldText } from '../form/draft.ts'
import { MINUTES } from '../form/fields.ts'
import type { Entry } from '../form/read-entry.ts'
import { type Section, sectionsOf } from '../form/sections.ts'
import { toldOfForm } from '../form/told.ts'
import type { DatedAnswer } from '../life/earlier.ts'
import type { HandingInRight } from '../life/may-hand-in.ts'
import type { CallForm } from '../model.ts'
import { elementOf, homeOf } from './check-words.ts'
import { DataForm } from './data-form.tsx'
import { FormButtons } from './form-buttons.tsx'
import { ShownFormProvider, useShownForm } from './form-context.ts'
import { FormItems } from './form-items.tsx'
import { ElementChecks, InputNotes, useInputAttributes } from './form-notes.tsx'
import { FormProblems } from './form-problems.tsx'

/** What is known of the form that is shown. */
type ReadForm = {
  asked: Asked
  /** Whose form it is to fill in. */
  account: string
  checks: CheckContext
  form: CallForm
  typed: Readonly<Record<string, string>>
  /** Number of the newest edit. */
  number: number
  held: ReadonlyMap<string, HeldText>
  entry: Entry
  last: ReadonlyMap<string, DatedAnswer>
  reused: ReadonlyMap<string, Reused>
  names: ReadonlyMap<string, string>
  isGiver: boolean
  right: HandingInRight
  once: string
}

type Props = {
  slug: string
  read: ReadForm
  answer: { [Part in keyof FormAnswer]: FormAnswer[Part] } | undefined
}

/** A form with many fields is folded by its headings. */
const MANY = 60

/** The form itself: what stands in it, what is said of it, and what can be done. */
export function SubmissionForm({ slug, read, answer }: Props) {
  const { text } = useSpeech()
  const { asked, form, number, entry, once, isGiver, right, held, last, reused, names } = read
  const { decision, handedIn } = asked.submission
  const remarks = decision?.version === handedIn?.version ? (decision?.remarks ?? []) : []
  const failed = entry.outcomes.filter(({ outcome }) => outcome === 'failed')
  const homes = new Map(failed.map((outcome) => [outcome.check.key, homeOf(outcome, form.elements)]))
  const shown = {
    slug,
    typed: answer?.entered ?? read.typed,
    complaints: answer?.complaints ?? (isGiver && right.may ? entry.unreadable : {}),
    saved: answer?.meanwhile?.saved ?? {},
    answers: entry.answers,
    ...{ held, last, reused, names, remarks, failed },
  }
  const isOff = !isGiver || (!right.may && answer === undefined)
  const hasPhotos = form.elements.some(({ kind }) => kind === 'photo')
  return (
    <ShownFormProvider value={shown}>
      <KeptAsTyped slug={slug} read={read}>
        <form
          method="post"
          className="entry wide"
          noValidate
          autoComplete="off"
          encType={hasPhotos ? 'multipart/form-data' : undefined}
        >
          {answer?.meanwhile ? (
            <div className="problems" role="alert">
              <h2>{text('collection.form.meanwhile')}</h2>
              <p>{text('collection.form.meanwhile.help')}</p>
            </div>
          ) : null}
          {answer?.status === 200 ? <p role="status">{text('collection.form.checked')}</p> : null}
          <FormProblems form={form} isAsked={answer !== undefined} />
          <input type="hidden" name="_once" value={once} />
          <input type="hidden" name="_way" value="form" />
          <input type="hidden" name="_version" value={answer?.entered._version ?? number} />
          <fieldset className="all-fields" disabled={isOff}>
            <legend className="visually-hidden">{text('collection.form.answers')}</legend>
            <Sections form={form} homes={homes} entry={entry} />
            <ElementChecks element="" homes={homes} />
            {isOff ? null : <Minutes />}
          </fieldset>
          {isGiver ? <FormButtons right={right} /> : null}
        </form>
      </KeptAsTyped>
    </ShownFormProvider>
  )
}

type Kept = Pick<Props, 'slug' | 'read'> & { children: ReactNode }

/** What may be typed now is kept as it is typed, where scripts run. */
function KeptAsTyped({ slug, read, children }: Kept) {
  const { text, language, path } = useSpeech()
  const { asked, form, number, account, checks, isGiver, right } = read
  if (!isGiver || !right.may) return children
  const { municipalityId, call, institution, submission } = asked
  const told = toldOfForm(text, {
    account,
    municipality: municipalityId,
    institution: institution.id,
    submission: submission.id,
    address: path(formAddress(slug, call.key, institution.key)),
    last: checks.last,
    history: checks.history,
    ...{ number, language, form },
  })
  return <DataForm told={told}>{children}</DataForm>
}

type SectionsProps = Pick<ReadForm, 'form' | 'entry'> & { homes: ReadonlyMap<string, string> }

function Sections({ form, homes, entry }: SectionsProps) {
  const { local, text } = useSpeech()
  const { complaints, failed } = useShownForm()
  const troubled = new Set([
    ...Object.keys(complaints).map((input) => elementOf(input.split(':')[0] ?? '')),
    ...failed.flatMap(({ fields }) => fields.map(elementOf)),
  ])
  const sections = sectionsOf(form.elements)
  const count = sections.reduce((sum, section) => sum + fieldsIn(section).length, 0)
  const isFolded = count > MANY && sections.length > 1
  const firstOpen = sections.findIndex((section) => isUnfinished(section, entry))
  return sections.map((section, place) => {
    const title = section.title ? local(section.title) : ''
    const key = section.items[0]?.element.key
    if (isFolded) {
      const fields = fieldsIn(section)
      const filled = fields.filter(({ name }) => entry.answers.has(name)).length
      return (
        <details
          key={key}
          open={
            place === Math.max(0, firstOpen) || section.items.some(({ element }) => troubled.has(element.key))
          }
          className="part"
        >
          <summary>
            {title || text('collection.form.answers')}{' '}
            <span className="quiet">{text('collection.form.filled', { filled, all: fields.length })}</span>
          </summary>
          <FormItems items={section.items} homes={homes} />
        </details>
      )
    }
    return (
      <section key={key} className="part">
        {title ? <h2>{title}</h2> : null}
        <FormItems items={section.items} homes={homes} />
      </section>
    )
  })
}

const fieldsIn = ({ items }: Section) =>
  items.flatMap((item) => (item.kind === 'field' ? [item.field] : item.rows.flatMap(({ cells }) => cells)))

const isUnfinished = (section: Section, { answers }: Entry) =>
  fieldsIn(section).some(
    ({ name, computed, isRequired }) => isRequired && computed === null && !answers.has(name),
  )

function Minutes() {
  const { text } = useSpeech()
  const { typed } = useShownForm()
  const attributes = useInputAttributes(MINUTES)
  return (
    <div className="field">
      <label htmlFor={attributes.id}>
        {text('platform.form.optional', { label: text('collection.form.minutes') })}
      </label>
      <p className="hint">{text('collection.form.minutes.hint')}</p>
      <InputNotes input={MINUTES} />
      <span className="with-unit">
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed[MINUTES] ?? ''}
          {...attributes}
        />
      </span>
    </div>
  )
}
