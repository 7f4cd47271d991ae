import { useSpeech } from '#platform/i18n.tsx'
import type { DutyRule } from '../duty.ts'

/** What asks for a duty, from which day on and how often; and what of that was not checked. */
export function DutyBasis({ rule, isReckoned = false }: { rule: DutyRule; isReckoned?: boolean }) {
  const { text, local, path, say } = useSpeech()
  const { basis, rhythm, validFrom, unverified } = rule
  const words = local(basis.words)
  const href = basis.link?.startsWith('/') ? path(basis.link) : basis.link
  return (
    <>
      <p className="source">
        {text(`work.duties.basis.${basis.kind}`)}: {href ? <a href={href}>{words}</a> : words}
        {' · '}
        {text('work.duties.since', { date: say.day(validFrom) })}
        {' · '}
        {text('work.duties.rhythm')}: {text(`work.duties.rhythm.${rhythm}`)}
      </p>
      {isReckoned ? <p className="source">{text('work.duties.reckoned')}</p> : null}
      {unverified ? (
        <p className="source">
          {text('work.duties.unverified')} {local(unverified)}
        </p>
      ) : null}
    </>
  )
}
