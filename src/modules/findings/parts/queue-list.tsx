import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'
import type { Queued } from '../queue-store.server.ts'
import { StateChip } from './finding-response.tsx'
import { SeverityChip } from './severity-chip.tsx'

type Props = {
  findings: readonly Queued[]
  families: readonly FamilyWords[]
  /** Names of accounts by id. */
  names: Readonly<Record<string, string>>
  /** Account of who reads. */
  me: string
  address: string
}

/** Findings to work through, a few lines each. */
export function QueueList({ findings, families, names, me, address }: Props) {
  const { text, local, date } = useSpeech()
  const titleOf = ({ family, rule }: Queued) =>
    families.find(({ name }) => name === family)?.rules.find(({ code }) => code === rule)?.title
  const whose = (account: string) =>
    account === me ? text('findings.queue.you') : (names[account] ?? text('findings.queue.somebody'))
  return (
    <ol className="list">
      {findings.map((finding) => {
        const title = titleOf(finding)
        const { identity, severity, state, account_id, closed_on, said_on, is_earlier, owners } = finding
        return (
          <li key={`${identity}-${finding.number}`}>
            <SeverityChip severity={severity} /> <StateChip state={state} />{' '}
            <a href={`${address}/${identity}`}>{title ? local(title) : finding.rule}</a>
            <small>
              {local({ lv: finding.explanation_lv, en: finding.explanation_en })}{' '}
              {owners ? text('findings.queue.ownedBy', { owner: owners.join(', ') }) : null}{' '}
              {account_id ? text('findings.queue.workedOnBy', { name: whose(account_id) }) : null}{' '}
              {closed_on && state === 'closed'
                ? text('findings.queue.closedOn', { date: date(closed_on) })
                : null}{' '}
              {said_on && is_earlier ? text('findings.queue.hasEarlier', { date: date(said_on) }) : null}
            </small>
          </li>
        )
      })}
    </ol>
  )
}
