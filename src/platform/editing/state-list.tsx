import { type Speech, useSpeech } from '../i18n.tsx'
import { sayActor } from '../journal/say-actor.ts'
import { Differences } from './differences.tsx'
import { type EditedTable, editedTable } from './edited-tables.ts'
import type { State } from './states-store.server.ts'
import { type ColumnChange, changesOf, type Undo, undoOf } from './undo.ts'
import { CONFIRMED, type UndoAnswer } from './undo-answer.ts'

type Answer = Pick<UndoAnswer, 'entered' | 'complaints' | 'preview'>

type Props = {
  table: string
  /** Address of the history itself. */
  here: string
  /** With the public page that shows a state as of its day. */
  states: readonly (State & { page: string | undefined })[]
  /** What accounts are called, by their ids. */
  names: ReadonlyMap<string, string>
  answer: Answer | undefined
  /** The rules that an undo would break, in words. */
  problems: readonly string[]
}

/** Longer than this, a text is shown with its differences marked. */
const SHORT = 40
const WITHDRAWN = 'withdrawn_at'

/** The states of rows, the newest first: who, when, why, what changed, and the way back. */
export function StateList({ table, here, states, names, answer, problems }: Props) {
  const speech = useSpeech()
  const { text, path } = speech
  const edited = editedTable(table)
  if (!edited) return null
  const byKey = Map.groupBy(states, ({ key }) => key)
  const complaints = [...(answer?.complaints[''] ?? []), ...(answer?.complaints._why ?? [])]
  const said = [...complaints.map(({ reason, values }) => text(reason, values)), ...problems]
  return (
    <>
      {said.length > 0 ? (
        // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
        <div className="problems" role="alert" tabIndex={-1} autoFocus>
          <h2>{text('platform.history.notUndone')}</h2>
          {problems.length > 0 ? <p>{text('platform.history.wrong')}</p> : null}
          <ul>
            {said.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {answer?.preview ? (
        <PreviewOfUndo edited={edited} here={here} entered={answer.entered} changes={answer.preview} />
      ) : null}
      <ol className="list">
        {states.map((state) => {
          const own = byKey.get(state.key) ?? []
          const before = own.find(({ revision }) => revision === state.revision - 1)
          return (
            <li key={`${state.key} ${state.revision}`} id={anchorOf(state)}>
              <StateHead
                state={state}
                name={sayActor(speech, state.who, names.get(state.who))}
                of={byKey.size > 1 ? state.key : null}
              />
              {state.page ? (
                <p>
                  <a href={path(state.page)}>{text('platform.history.page')}</a>
                </p>
              ) : null}
              <Changes edited={edited} changes={changesOf(state, before)} isFirst={before === undefined} />
              <UndoForm
                state={state}
                undo={undoOf(own, state.revision)}
                newest={newestOf(own)}
                answer={answer}
              />
            </li>
          )
        })}
      </ol>
    </>
  )
}

const newestOf = (states: readonly State[]) => Math.max(...states.map(({ revision }) => revision))
const anchorOf = ({ key, revision }: State) => `state-${key.replaceAll(/[^\w-]/g, '-')}-${revision}`

function StateHead({ state, name, of }: { state: State; name: string; of: string | null }) {
  const { text, instant } = useSpeech()
  return (
    <p>
      <strong>
        {text('platform.history.state', { revision: String(state.revision), time: instant(state.at) })}
      </strong>
      {of ? <span className="note"> {of.split('·').at(-1)}</span> : null}
      {' · '}
      {name}
      <br />
      {state.why ? text('platform.history.why', { why: state.why }) : text('platform.history.noWhy')}
    </p>
  )
}

type PreviewProps = {
  edited: EditedTable
  here: string
  entered: Answer['entered']
  changes: readonly ColumnChange[]
}

/** What an undo would change, and the two ways on: undoing, or leaving all as it is. */
function PreviewOfUndo({ edited, here, entered, changes }: PreviewProps) {
  const { text, path } = useSpeech()
  const sent = Object.entries(entered).filter(([name]) => name !== CONFIRMED)
  return (
    <section id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{text('platform.history.preview')}</h2>
      <p>{text('platform.history.notYet')}</p>
      <Changes edited={edited} changes={changes} isFirst={false} />
      <form method="post" className="entry">
        {sent.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={CONFIRMED} value="yes" />
        <p>
          <button type="submit">{text('platform.history.undoNow')}</button>{' '}
          <a href={path(here)}>{text('platform.history.leave')}</a>
        </p>
      </form>
    </section>
  )
}

type ChangesProps = { edited: EditedTable; changes: readonly ColumnChange[]; isFirst: boolean }

function Changes({ edited, changes, isFirst }: ChangesProps) {
  const speech = useSpeech()
  const { text } = speech
  const withdrawn = changes.find(({ column }) => column === WITHDRAWN)
  const named = changes.flatMap((change) => {
    const label = edited.labels[change.column]
    return label ? [{ ...change, label }] : []
  })
  return (
    <>
      {withdrawn ? (
        <p>{text(withdrawn.after === null ? 'platform.history.back' : 'platform.history.withdrawn')}</p>
      ) : null}
      {isFirst ? <p>{text('platform.history.added')}</p> : null}
      <dl className="facts">
        {named.map(({ column, label, before, after }) => (
          <div key={column}>
            <dt>{text(label)}</dt>
            <dd>
              <ChangedValue
                before={sayValue(edited, column, before, speech)}
                after={sayValue(edited, column, after, speech)}
                isFirst={isFirst}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function ChangedValue({ before, after, isFirst }: { before: string; after: string; isFirst: boolean }) {
  if (isFirst) return <>{after}</>
  if (before.length > SHORT && after.length > SHORT) return <Differences before={before} after={after} />
  return (
    <>
      <del>{before}</del> → <ins>{after}</ins>
    </>
  )
}

function sayValue(edited: EditedTable, column: string, value: unknown, { text, number }: Speech): string {
  if (value === null || value === undefined || value === '') return text('platform.edit.empty')
  if (typeof value === 'boolean') return text(value ? 'platform.yes' : 'platform.no')
  if (typeof value === 'number') {
    return Number.isInteger(value) ? String(value) : number(value, { maximumFractionDigits: 15 })
  }
  if (typeof value === 'object') return JSON.stringify(value)
  const word = edited.words?.[column]?.(String(value))
  return word ? text(word) : String(value)
}

type UndoProps = { state: State; undo: Undo; newest: number; answer: Answer | undefined }

/** Asks for the reason of an undo; where it cannot be, says which later changes stand in the way. */
function UndoForm({ state, undo, newest, answer }: UndoProps) {
  const { text } = useSpeech()
  if (undo.kind === 'absent') return null
  if (undo.kind === 'overlapped') {
    return (
      <p className="hint">
        {text('platform.history.cannot')}{' '}
        {undo.by.map((later) => (
          <a key={later.revision} href={`#${anchorOf(later)}`}>
            {text('platform.history.later', { revision: String(later.revision) })}{' '}
          </a>
        ))}
      </p>
    )
  }
  const id = `why-${anchorOf(state)}`
  const isAsked = answer?.entered._key === state.key && answer.entered._revision === String(state.revision)
  return (
    <details open={isAsked}>
      <summary>{text('platform.history.undo')}</summary>
      <form method="post" className="entry">
        <input type="hidden" name="_key" value={state.key} />
        <input type="hidden" name="_revision" value={state.revision} />
        <input type="hidden" name="_version" value={newest} />
        <div className="field">
          <label htmlFor={id}>{text('platform.edit.why')}</label>
          <input
            id={id}
            name="_why"
            required
            maxLength={500}
            defaultValue={isAsked ? answer.entered._why : ''}
          />
        </div>
        <button type="submit">{text('platform.edit.preview')}</button>
      </form>
    </details>
  )
}
