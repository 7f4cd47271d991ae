import { useSpeech } from '#platform/i18n.tsx'
import { columnName } from '../column-texts.ts'
import type { MappedPart } from '../uploads/read-upload-page.server.ts'
import { Select } from './recognised-step.tsx'

/** Which foreign columns, values and marks mean which of ours. */
export function MappingStep({ parts }: { parts: readonly MappedPart[] }) {
  const { text } = useSpeech()
  return (
    <form method="post" className="entry">
      <p>{text('app.data.mapping.help')}</p>
      {parts.map((part) => (
        <Part key={part.number} part={part} />
      ))}
      <p>
        <a href="?solis=1">{text('app.data.backToFirst')}</a>
      </p>
      <button type="submit" name="step" value="mapping">
        {text('app.data.check')}
      </button>
    </form>
  )
}

function Part({ part }: { part: MappedPart }) {
  const { text } = useSpeech()
  const { number, place, file, headings, columns, values, marks, missing } = part
  return (
    <>
      <h2>{text('app.data.mapping.title', { place, file })}</h2>
      <fieldset className="field">
        <legend>{text('app.data.mapping.columns')}</legend>
        {columns.map(({ name, place: at, isKey, isOptional }) => (
          <Select
            key={name}
            name={`p${number}.c.${name}`}
            label={text(
              isKey
                ? 'app.data.column.key'
                : isOptional
                  ? 'app.data.column.optional'
                  : 'app.data.column.needed',
              { column: columnName(text, name), name },
            )}
            value={at === undefined ? '' : String(at)}
          >
            <option value="">{text('app.data.column.none')}</option>
            {headings.map((heading, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two headings may be called the same
              <option key={index} value={index}>
                {heading === '' ? text('app.data.column.unnamed', { number: index + 1 }) : heading}
              </option>
            ))}
          </Select>
        ))}
      </fieldset>
      {values.map(({ column, found, hidden, choices }) => (
        <fieldset key={column} className="field">
          <legend>{text('app.data.mapping.values', { column: columnName(text, column) })}</legend>
          {found.map(({ value, count, ours }, index) => (
            <div key={value} className="field">
              <input type="hidden" name={`p${number}.s.${column}.${index}`} value={value} />
              <Select
                name={`p${number}.v.${column}.${index}`}
                label={text('app.data.mapping.value', { value, count })}
                value={ours}
              >
                <option value="">{text('app.data.mapping.asIs')}</option>
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {choice}
                  </option>
                ))}
              </Select>
            </div>
          ))}
          {hidden > 0 ? <p className="problem">{text('app.data.mapping.many', { count: hidden })}</p> : null}
        </fieldset>
      ))}
      {marks.length > 0 ? (
        <fieldset className="field">
          <legend>{text('app.data.mapping.marks')}</legend>
          {marks.map(({ mark, number: at, count, meaning }) => (
            <Select
              key={mark}
              name={`p${number}.m.${at}`}
              label={
                mark === ''
                  ? text('app.data.mark.empty', { count })
                  : text('app.data.mapping.value', { value: mark, count })
              }
              value={meaning}
            >
              <option value="">{text('app.data.mark.choose')}</option>
              <option value="empty">{text('app.data.mark.notStated')}</option>
              <option value="asIs">{text('app.data.mark.asIs')}</option>
              {missing.map((kind) => (
                <option key={kind} value={`missing:${kind}`}>
                  {text('app.data.mark.missing', { kind })}
                </option>
              ))}
            </Select>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
