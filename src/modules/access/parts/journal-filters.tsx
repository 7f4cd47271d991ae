import { useSpeech } from '#platform/i18n.tsx'
import type { Stream } from '#platform/write/streams.ts'
import { type JournalAsked, streamValue } from '../journal-query.ts'
import { sayAction } from '../say-change.ts'
import { Labelled } from './labelled.tsx'

type Props = { filters: JournalAsked; streams?: readonly string[]; actions?: readonly string[] }

/** Who, what, from when until when, about what. */
export function JournalFilters({ filters, streams = [], actions = [] }: Props) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <form method="get" className="filters">
      <Labelled name="kas" label={text('access.journal.who')} value={filters.kas} />
      {streams.length === 0 ? null : (
        <label>
          {text('access.journal.what')}
          <select name="ko" defaultValue={filters.ko}>
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
        </label>
      )}
      <Labelled name="no" label={text('access.journal.from')} value={filters.no} type="date" />
      <Labelled name="lidz" label={text('access.journal.until')} value={filters.lidz} type="date" />
      <Labelled name="par" label={text('access.journal.about')} value={filters.par} />
      <button type="submit">{text('access.journal.filter')}</button>
    </form>
  )
}
