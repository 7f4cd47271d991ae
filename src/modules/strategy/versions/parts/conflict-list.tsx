import { useSpeech } from '#platform/i18n.tsx'
import { proposalAddress } from '../addresses.ts'
import type { Conflict } from '../conflicts.ts'
import { FIELD_LABELS } from '../plan-fields.ts'

type Props = { conflicts: readonly Conflict[]; slug: string; number: number }

/** Everything in a draft that no longer applies to the plan, each with the way to mend it. */
export function ConflictList({ conflicts, slug, number }: Props) {
  const { text, path } = useSpeech()
  return (
    <div className="problems" role="alert">
      <h2>{text('strategy.versions.conflicts', { count: conflicts.length })}</h2>
      <p>{text('strategy.versions.conflicts.help')}</p>
      <ul>
        {conflicts.map(({ target, code, reason, about }) => (
          <li key={`${target} ${code}`}>
            <a href={path(proposalAddress(slug, number, target, code))}>
              {text(`strategy.versions.target.${target}`)} {code}
            </a>
            {': '}
            {text(`strategy.versions.conflict.${reason}`, {
              about: about
                .map((name) => {
                  const label = FIELD_LABELS[name]
                  return label ? text(label) : name
                })
                .join(', '),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
