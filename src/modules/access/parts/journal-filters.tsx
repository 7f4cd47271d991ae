import { useSpeech } from '#platform/i18n.tsx'
import type { Stream } from '#platform/write/streams.ts'
import { type JournalAsked, streamValue } from '../journal-query.ts'
import { sayAction } from '../say-change.ts'

type Props = { filters: JournalAsked; streams?: readonly string[]; actions?: readonly string[] }

/** Who, what, from when until when, about what. */
export function JournalFilters({ filters, streams = [], actions = [] }: Props) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <form method="get" className="filters">
      <Labelled id="kas" label={text('access.journal.who')} value={filters.kas} />
      {streams.length === 0 ? null : (
        <p>
          <label htmlFor="ko">{text('access.journal.what')}</label>
          <select id="ko" name="ko" defaultValue={filters.ko}>
            <option value="">{text('access.journal.everything')}</option>
            <optgroup label={text('access.journal.streams')}>
              {streams.map((stream) => (
                <option key={stream} value={streamValue(stream)}>
                  {text(`platform.stream.${stream as Stream}`)}
                </option>
              ))}
            </optgroup>
            <optgroup label={text('access.journal.actions')}>
              {actions.map((action) => (
                <option key={action} value={action}>
                  {sayAction(speech, action)}
                </option>
              ))}
            </optgroup>
          </select>
        </p>
      )}
      <Labelled id="no" label={text('access.journal.from')} value={filters.no} type="date" />
      <Labelled id="lidz" label={text('access.journal.until')} value={filters.lidz} type="date" />
      <Labelled id="par" label={text('access.journal.about')} value={filters.par} />
      <button type="submit">{text('access.journal.filter')}</button>
    </form>
  )
}

type LabelledProps = { id: string; label: string; value: string; type?: 'date' | 'text' }

function Labelled({ id, label, value, type = 'text' }: LabelledProps) {
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input id={id} name={id} type={type} defaultValue={value} />
    </p>
  )
}
