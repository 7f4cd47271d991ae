import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import type { PastLife } from '../life-store.server.ts'
import { StateChip } from './finding-response.tsx'

type Props = { past: readonly PastLife[]; names: Readonly<Record<string, string>>; me: string }

/** Every state that was written of a finding, the newest first, folded away. */
export function PastLives({ past, names, me }: Props) {
  const { text, date } = useSpeech()
  if (past.length === 0) return null
  const nameOf = (account: string) => {
    if (account === me) return text('findings.queue.you')
    return names[account] ?? text(account === 'operator' ? 'findings.life.byData' : 'findings.queue.somebody')
  }
  return (
    <details className="fold">
      <summary>{text('findings.life.history', { count: past.length })}</summary>
      <ol className="list">
        {past.map((one) => (
          <li key={one.revision}>
            <StateChip state={one.state} /> {date(municipalDay(one.recorded_at))}, {nameOf(one.recorded_by)}
            {one.account_id
              ? ` · ${text('findings.queue.workedOnBy', { name: nameOf(one.account_id) })}`
              : null}
            {one.said_lv ? <blockquote>{one.said_lv}</blockquote> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
