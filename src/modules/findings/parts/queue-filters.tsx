import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'
import { ALL_STATES } from '../life.ts'
import type { QueueFilter } from '../queue-store.server.ts'
import { Choice, SeverityChoice, StateChoice } from './finding-filters.tsx'

type Props = {
  filter: QueueFilter
  families: readonly FamilyWords[]
  owners: readonly string[]
  clearAddress: string
}

/** The form that narrows the queue. */
export function QueueFilters({ filter, families, owners, clearAddress }: Props) {
  const { text } = useSpeech()
  return (
    <form className="filters" aria-label={text('findings.filters')}>
      <Choice name="whose" label={text('findings.queue.whose')} chosen={filter.whose}>
        <option value="mine">{text('findings.queue.mine')}</option>
        <option value="nobodys">{text('findings.queue.nobodys')}</option>
      </Choice>
      <StateChoice states={ALL_STATES} chosen={filter.state} />
      <SeverityChoice chosen={filter.severity} />
      <Choice name="family" label={text('findings.queue.family')} chosen={filter.family}>
        {families.map(({ name, title }) => (
          <option key={name} value={name}>
            {text(title)}
          </option>
        ))}
      </Choice>
      {owners.length > 0 ? (
        <Choice name="owner" label={text('findings.queue.owner')} chosen={filter.owner}>
          {owners.map((owner) => (
            <option key={owner} value={owner}>
              {owner}
            </option>
          ))}
        </Choice>
      ) : null}
      <button type="submit">{text('platform.filter')}</button>
      {Object.values(filter).some(Boolean) ? (
        <a className="clear" href={clearAddress}>
          {text('platform.filter.clear')}
        </a>
      ) : null}
    </form>
  )
}
