import { SECURITY_EVENT_KINDS } from '#platform/accounts/security-event.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { JournalAsked } from '../journal-query.ts'
import { Labelled } from './labelled.tsx'

/** Whose account, what happened, from when until when. */
export function SecurityFilters({ filters }: { filters: JournalAsked }) {
  const { text } = useSpeech()
  return (
    <form method="get" className="filters">
      <Labelled name="kas" label={text('access.security.whose')} value={filters.kas} />
      <label>
        {text('access.security.what')}
        <select name="ko" defaultValue={filters.ko}>
          <option value="">{text('access.journal.everything')}</option>
          {SECURITY_EVENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {text(`access.event.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <Labelled name="no" label={text('access.journal.from')} value={filters.no} type="date" />
      <Labelled name="lidz" label={text('access.journal.until')} value={filters.lidz} type="date" />
      <button type="submit">{text('access.journal.filter')}</button>
    </form>
  )
}
