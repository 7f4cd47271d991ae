import { useSpeech } from '#platform/i18n.tsx'
import { columnName } from '../column-texts.ts'
import type { CheckedPage } from '../uploads/read-upload-page.server.ts'
import { problemText } from './problem-text.ts'

type Props = { checked: CheckedPage; id: string; home: string; plan: string }

/** What is wrong, all at once; or what would change, and the button that does it. */
export function CheckStep({ checked, id, home, plan }: Props) {
  const { text, path } = useSpeech()
  const { causes, count, notes, forbidden, tables, parts } = checked
  const isFine = count === 0 && forbidden.length === 0
  return (
    <>
      <p>
        <a href="?solis=1">{text('app.data.backToFirst')}</a>{' '}
        <a href="?solis=2">{text('app.data.backToMapping')}</a>
      </p>
      {forbidden.map((file) => (
        <p key={file} className="problem">
          {text('app.data.forbidden', { file })}
        </p>
      ))}
      {count > 0 ? (
        <section aria-labelledby="errors">
          <h2 id="errors">{text('app.cli.check.found', { count })}</h2>
          <ul>
            {causes.map(({ problem, count: many, places }) => (
              <li key={`${problem.file} ${problem.column} ${problem.reason} ${problem.line}`}>
                {problemText(problem, text)}
                {many > 1 ? (
                  <> {text('app.data.sameCause', { count: many, rows: places.join(', ') })}</>
                ) : null}
              </li>
            ))}
          </ul>
          <p>{text('app.data.errorsFile')}</p>
          <ul>
            {parts.map(({ number, file }) => (
              <li key={number}>
                <a href={path(`${home}/ielade/${id}/kludas/${number}`)}>{file}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {notes.length > 0 ? (
        <ul className="notes">
          {notes.map((note) => (
            <li key={`${note.file} ${note.reason}`}>{problemText(note, text)}</li>
          ))}
        </ul>
      ) : null}
      <h2>{text('app.data.changes')}</h2>
      {tables.map((table) => (
        <TableChanges key={table.name} {...table} />
      ))}
      {isFine ? (
        <form method="post" className="entry">
          {tables
            .filter(({ goneCount }) => goneCount > 0)
            .map(({ name, file, goneCount }) => (
              <div key={name} className="field">
                <label htmlFor={`end.${name}`}>{text('app.data.end', { file, count: goneCount })}</label>
                <p className="hint">{text('app.data.end.help', { count: goneCount })}</p>
                <input id={`end.${name}`} name={`end.${name}`} inputMode="numeric" autoComplete="off" />
              </div>
            ))}
          <div className="field">
            <label htmlFor="why">{text('app.data.why')}</label>
            <p className="hint">{text('app.data.why.help')}</p>
            <input id="why" name="why" type="text" required maxLength={500} />
          </div>
          <p>
            <a href={path(`${home}/fails/viss.zip?plans=${plan}`)}>{text('app.data.before')}</a>
          </p>
          <button type="submit" name="step" value="commit">
            {text('app.data.commit')}
          </button>
        </form>
      ) : null}
    </>
  )
}

function TableChanges({
  file,
  added,
  addedCount,
  changed,
  changedCount,
  unchanged,
  gone,
  goneCount,
}: CheckedPage['tables'][number]) {
  const { text } = useSpeech()
  return (
    <section>
      <h3>{file}</h3>
      <p>{text('app.data.sum', { added: addedCount, changed: changedCount, unchanged, gone: goneCount })}</p>
      {addedCount > 0 ? (
        <details>
          <summary>{text('app.data.added', { count: addedCount })}</summary>
          <List keys={added} count={addedCount} />
        </details>
      ) : null}
      {changedCount > 0 ? (
        <details open>
          <summary>{text('app.data.changed', { count: changedCount })}</summary>
          <ul>
            {changed.map(({ key, cells }) => (
              <li key={key}>
                {key}
                <ul>
                  {cells.map(({ column, from, to, isImplied }) => (
                    <li key={column}>
                      {text('app.data.column.optional', { column: columnName(text, column), name: column })}:{' '}
                      <del>{from || '–'}</del> → <ins>{to || '–'}</ins>
                      {isImplied ? <> {text('app.data.implied')}</> : null}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {changedCount > changed.length ? (
            <p>{text('app.data.andMore', { count: changedCount - changed.length })}</p>
          ) : null}
        </details>
      ) : null}
      {goneCount > 0 ? (
        <details>
          <summary>{text('app.data.gone', { count: goneCount })}</summary>
          <List keys={gone} count={goneCount} />
        </details>
      ) : null}
    </section>
  )
}

function List({ keys, count }: { keys: readonly string[]; count: number }) {
  const { text } = useSpeech()
  return (
    <>
      <ul>
        {keys.map((key) => (
          <li key={key}>{key}</li>
        ))}
      </ul>
      {count > keys.length ? <p>{text('app.data.andMore', { count: count - keys.length })}</p> : null}
    </>
  )
}
