import { useSpeech } from '#platform/i18n.tsx'
import type { RecognisedPart } from '../uploads/read-upload-page.server.ts'

type Props = { parts: readonly RecognisedPart[]; sheets: readonly { name: string; file: string }[] }

/** What was recognised of each table; a person confirms it or puts it right. */
export function RecognisedStep({ parts, sheets }: Props) {
  const { text } = useSpeech()
  return (
    <form method="post" className="entry">
      {parts.map((part, number) => (
        <Part key={part.place} part={part} number={number} sheets={sheets} />
      ))}
      <button type="submit" name="step" value="recognised">
        {text('app.data.confirm')}
      </button>
    </form>
  )
}

function Part({ part, number, sheets }: { part: RecognisedPart; number: number } & Pick<Props, 'sheets'>) {
  const { text } = useSpeech()
  const { place, headings, words, complaint, sheet, encoding, isEncodingConfirmed, separator, header } = part
  const name = (field: string) => `p${number}.${field}`
  return (
    <fieldset className="field">
      <legend>{place}</legend>
      {complaint ? <p className="problem">{text(complaint.reason, complaint.values)}</p> : null}
      <p className="hint">{text('app.data.headings', { headings: headings.filter(Boolean).join(', ') })}</p>
      <Select name={name('sheet')} label={text('app.data.whichTable')} value={sheet}>
        <option value="">{text('app.data.leaveOut')}</option>
        {sheets.map((one) => (
          <option key={one.name} value={one.name}>
            {one.file}
          </option>
        ))}
      </Select>
      {encoding === null ? null : (
        <label className="choice">
          <input type="checkbox" name={name('encoding')} value="yes" defaultChecked={isEncodingConfirmed} />
          {text('app.data.encodingConfirm', { words: words.join(', ') })}
        </label>
      )}
      {part.tab === null ? (
        <Select
          name={name('separator')}
          label={text('app.data.separator')}
          value={separator === '\t' ? 'tab' : separator}
        >
          <option value=";">{text('app.data.separator.semicolon')}</option>
          <option value=",">{text('app.data.separator.comma')}</option>
          <option value="tab">{text('app.data.separator.tab')}</option>
        </Select>
      ) : null}
      <Select name={name('decimal')} label={text('app.data.decimal')} value={part.decimal}>
        <option value=",">{text('app.data.decimal.comma')}</option>
        <option value=".">{text('app.data.decimal.point')}</option>
      </Select>
      <Select name={name('dates')} label={text('app.data.dates')} value={part.dates}>
        <option value="own">{text('app.data.dates.own')}</option>
        <option value="dayFirst">{text('app.data.dates.dayFirst')}</option>
        <option value="monthFirst">{text('app.data.dates.monthFirst')}</option>
      </Select>
      <label htmlFor={name('header')}>{text('app.data.header')}</label>
      <input id={name('header')} name={name('header')} inputMode="numeric" defaultValue={header} />
    </fieldset>
  )
}

type SelectProps = { name: string; label: string; value: string; children: React.ReactNode }

/** One of several, with its label. */
export function Select({ name, label, value, children }: SelectProps) {
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {children}
      </select>
    </>
  )
}
