import { ChoiceField, LongField } from '#platform/forms/field-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { StatusChip } from '../../parts/status-chip.tsx'
import type { RoundLine } from '../read-round.server.ts'
import { sittingFields } from '../sitting-fields.ts'

type Props = { line: RoundLine; author: string; seen: string; mayReturn: boolean; isOpen: boolean }

const ACTS = [
  { value: '', label: 'strategy.round.sitting.later' },
  { value: 'accept', label: 'strategy.round.decide.accept' },
  { value: 'return', label: 'strategy.round.decide.return' },
] as const

/** One report that a group decides on together with others. */
export function SittingLine({ line, author, seen, mayReturn, isOpen }: Props) {
  const { text, local, instant } = useSpeech()
  const { action, title, reports } = line
  const report = reports.at(-1)
  const fields = sittingFields(action)
  return (
    <section aria-labelledby={`d-${action}`}>
      <h3 id={`d-${action}`}>
        {action} {local(title)}
      </h3>
      {report ? (
        <>
          <p>
            <StatusChip status={report.status} /> {report.sentence}
          </p>
          <p className="note">
            {report.evidenceUrl ? (
              <>
                <a href={report.evidenceUrl} rel="noreferrer nofollow">
                  {report.evidenceTitle ?? report.evidenceUrl}
                </a>{' '}
                ·{' '}
              </>
            ) : null}
            {author} · {instant(report.at)}
          </p>
        </>
      ) : null}
      <input type="hidden" name={fields.seen} value={seen} />
      <ChoiceField of={fields.act} options={ACTS.filter(({ value }) => mayReturn || value !== 'return')} />
      <details open={isOpen}>
        <summary>{text('strategy.round.sitting.words')}</summary>
        {mayReturn ? <LongField of={fields.remark} rows={2} /> : null}
        <LongField of={fields.objection} rows={2} />
      </details>
    </section>
  )
}
