import { useSpeech } from '#platform/i18n.tsx'
import type { Mark } from '../duty.ts'
import type { DutyTime } from '../read-duties.server.ts'
import { isSettled, type Stood } from '../standing.ts'

/** What of one time is done and what is missing: of the municipality, or of how many of its institutions. */
export function DutyState({ time, slug }: { time: DutyTime; slug: string }) {
  const { text } = useSpeech()
  const { institutions } = time
  if (!institutions) return <StoodWords stood={time} slug={slug} />
  if (institutions.length === 0) return <p>{text('work.duties.noInstitutions')}</p>
  const notApplicable = institutions.filter(({ standing }) => standing === 'notApplicable').length
  return (
    <p>
      {text('work.duties.institutions', {
        done: institutions.filter(({ standing }) => standing === 'done').length,
        all: institutions.length,
      })}{' '}
      {notApplicable > 0 ? text('work.duties.institutions.notApplicable', { count: notApplicable }) : null}
    </p>
  )
}

type StoodProps = {
  stood: Stood
  slug: string
  /** Part of it is to be on the web. */
  isToBePublic?: boolean
}

/** Where one time stands: done, by what it is shown; not to be done, and why; or what is missing. */
export function StoodWords({ stood, slug, isToBePublic = false }: StoodProps) {
  const { text, local, say, path } = useSpeech()
  const { standing, doneOn, mark, missing, address } = stood
  if (standing === 'notApplicable')
    return <p>{text('work.duties.notApplicable', { reason: mark?.note ?? '' })}</p>
  if (isSettled(stood) && doneOn !== null)
    return (
      <p>
        {text('work.duties.doneAt', { date: say.day(doneOn) })}{' '}
        {mark ? <Shown mark={mark} slug={slug} /> : null}
        {isToBePublic && mark && mark.link === null && mark.file === null ? (
          <span className="quiet">{text('work.duties.noLink')}</span>
        ) : null}
        {mark || address === null ? null : <a href={path(address)}>{text('work.duties.seen')}</a>}
      </p>
    )
  if (missing.length === 0) return <p>{text('work.duties.nothingKnown')}</p>
  return (
    <>
      <p>{text('work.duties.missing')}</p>
      <ul>
        {missing.map((one) => (
          <li key={one.lv}>{local(one)}</li>
        ))}
      </ul>
      {address === null ? null : (
        <p>
          <a href={path(address)}>{text('work.duties.seen')}</a>
        </p>
      )}
    </>
  )
}

/** What shows that it is done. */
function Shown({ mark: { link, file, note }, slug }: { mark: Mark; slug: string }) {
  const { text, path } = useSpeech()
  return (
    <>
      {note} {link === null ? null : <a href={link}>{text('work.duties.shown.link')}</a>}
      {link !== null && file ? ' · ' : null}
      {file ? <a href={path(`/${slug}/datnes/${file.id}`)}>{file.name}</a> : null}
    </>
  )
}

/** Whether part of what is written is to be on the web, as of self-assessments. */
export const isToBePublic = ({ rule }: Pick<DutyTime, 'rule'>) => rule.kind === 'selfAssessment'
