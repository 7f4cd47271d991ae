import type { Complaint } from '#platform/forms/form.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { isComplete } from '../form/read-entry.ts'
import type { CallForm } from '../model.ts'
import type { CellProblem } from '../workbook/cell-problem.ts'
import type { Difference } from '../workbook/compare.ts'
import type { LookedAt } from '../workbook/upload.service.server.ts'
import { CHOICE } from '../workbook/upload-names.ts'
import { sayCheck } from './check-words.ts'
import { sayInput, sayTyped } from './difference-words.ts'

type Looked = Exclude<LookedAt, { refused: Complaint }>
type Props = {
  looked: Looked
  form: CallForm
  once: string
  /** Whether anything is taken now; where not, the page says why. */
  mayTake: boolean
}

/** What an uploaded workbook says: what is wrong with its cells, what it would change, what checks would say. */
export function WorkbookPreview({ looked, form, once, mayTake }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const { problems, notes, changes, conflicts, cells } = looked
  const isNothing = changes.length + conflicts.length === 0
  return (
    <>
      <CellProblems problems={problems} />
      {notes.length > 0 ? (
        <aside className="note">
          <p>{text('collection.upload.notes')}</p>
          <ul>
            {notes.map(({ reason, values }) => (
              <li key={`${reason} ${values?.tab}`}>{text(reason, values)}</li>
            ))}
          </ul>
        </aside>
      ) : null}
      {isNothing && problems.length === 0 ? <p role="status">{text('collection.upload.nothing')}</p> : null}
      {changes.length > 0 ? (
        <section aria-labelledby="changes">
          <h2 id="changes">{text('collection.upload.changes')}</h2>
          <Table
            caption={text('collection.upload.changesCount', { count: changes.length })}
            columns={[
              {
                heading: text('collection.upload.what'),
                cell: (one: Difference) => sayInput(speech, one, form),
              },
              {
                heading: text('collection.upload.now'),
                cell: (one: Difference) => sayTyped(speech, one, one.now),
              },
              {
                heading: text('collection.upload.mine'),
                cell: (one: Difference) => <strong>{sayTyped(speech, one, one.mine)}</strong>,
              },
              {
                heading: text('collection.upload.where'),
                cell: (one: Difference) => cells.get(one.input) ?? '',
              },
            ]}
            rows={changes}
            rowKey={({ input }) => input}
          />
        </section>
      ) : null}
      <Outcomes looked={looked} />
      {mayTake && problems.length === 0 && !isNothing ? (
        <TakeOver looked={looked} form={form} once={once} />
      ) : null}
    </>
  )
}

function CellProblems({ problems }: { problems: readonly CellProblem[] }) {
  const { text } = useSpeech()
  if (problems.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
    <div className="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{text('collection.upload.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ cell, complaint }) => (
          <li key={`${cell} ${complaint.reason} ${complaint.values?.name ?? ''}`}>
            <strong>{cell}</strong>: {text(complaint.reason, complaint.values)}
          </li>
        ))}
      </ul>
      <p>{text('collection.upload.mend')}</p>
    </div>
  )
}

/** What the form would be like afterwards. */
function Outcomes({ looked: { entry } }: { looked: Looked }) {
  const speech = useSpeech()
  const { text } = speech
  const open = Object.values(entry.open).flat()
  const blank = open.filter(({ reason }) => reason === 'collection.form.required').length
  const untold = entry.outcomes.filter(({ outcome }) => outcome === 'notTold' || outcome === 'waits').length
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{text('collection.upload.checks')}</h2>
      <p>{text(isComplete(entry) ? 'collection.upload.checks.fine' : 'collection.upload.checks.asIf')}</p>
      <ul className="list">
        {blank > 0 ? <li>{text('collection.upload.open', { count: blank })}</li> : null}
        {entry.hard.map((outcome) => (
          <li key={outcome.check.key}>
            {text('collection.upload.hard', { said: sayCheck(speech, outcome) })}
          </li>
        ))}
        {entry.soft.map((outcome) => (
          <li key={outcome.check.key}>
            {text(
              outcome.check.key in entry.comments ? 'collection.upload.softSaid' : 'collection.upload.soft',
              {
                said: sayCheck(speech, outcome),
              },
            )}
          </li>
        ))}
        {untold > 0 ? <li>{text('collection.upload.notTold', { count: untold })}</li> : null}
      </ul>
    </section>
  )
}

/** Takes over what would change; of what both have changed somebody chooses. */
function TakeOver({ looked: { changes, conflicts, number }, form, once }: Omit<Props, 'mayTake'>) {
  const speech = useSpeech()
  const { text } = speech
  const asJson = (all: readonly Difference[]) =>
    JSON.stringify(Object.fromEntries(all.map(({ input, mine }) => [input, mine])))
  return (
    <form method="post" encType="multipart/form-data" className="entry">
      <input type="hidden" name="_do" value="take" />
      <input type="hidden" name="_once" value={once} />
      <input type="hidden" name="_version" value={number} />
      <input type="hidden" name="_changes" value={asJson(changes)} />
      <input type="hidden" name="_conflicts" value={asJson(conflicts)} />
      {conflicts.length > 0 ? (
        <section aria-labelledby="conflicts">
          <h2 id="conflicts">{text('collection.upload.conflicts')}</h2>
          <p>{text('collection.upload.conflicts.help')}</p>
          {conflicts.map((one) => (
            <fieldset key={one.input} className="field">
              <legend>{sayInput(speech, one, form)}</legend>
              {(['now', 'mine'] as const).map((which) => (
                <label key={which} className="choice">
                  <input
                    type="radio"
                    name={`${CHOICE}${one.input}`}
                    value={which}
                    defaultChecked={which === 'now'}
                  />
                  {text(which === 'now' ? 'collection.upload.keepNow' : 'collection.upload.takeMine', {
                    said: sayTyped(speech, one, one[which]),
                  })}
                </label>
              ))}
            </fieldset>
          ))}
        </section>
      ) : null}
      <p className="hint">{text('collection.upload.take.help')}</p>
      <button type="submit">{text('collection.upload.take')}</button>
    </form>
  )
}
