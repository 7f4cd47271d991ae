import { useSpeech } from '#platform/i18n.tsx'
import type { DeskPart } from '#platform/module.ts'
import type { LocalText } from '#platform/texts/text.ts'

export type NamedPlace = { id: string; slug: string; name: LocalText }

type Props = {
  lines: readonly DeskPart[]
  /** Work of the account's own that came to nothing. */
  failed: readonly { jobId: string; day: string }[]
  places: readonly NamedPlace[]
}

/** What modules say that waits, and before it what went wrong. */
export function DeskParts({ lines, failed, places }: Props) {
  const { text, local, path, date } = useSpeech()
  if (lines.length + failed.length === 0) return null
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const line = (part: DeskPart) => {
    const place = part.municipalityId === null ? undefined : placeOf.get(part.municipalityId)
    const home = place ? `/darbs/${place.slug}` : '/darbs'
    return (
      <li key={`${home}${part.address}${part.label}`}>
        <a href={path(`${home}${part.address}`)}>
          {text(part.label, part.values)}
          {part.about ? `: ${local(part.about)}` : null}
        </a>{' '}
        {place ? <small>{local(place.name)}</small> : null}
      </li>
    )
  }
  const failures = lines.filter(({ isFailure }) => isFailure)
  const others = lines.filter(({ isFailure }) => !isFailure)
  return (
    <>
      {failures.length + failed.length > 0 ? (
        <section className="problems" aria-labelledby="failed">
          <h2 id="failed">{text('work.desk.failedTitle')}</h2>
          <ul>
            {failures.map(line)}
            {failed.map(({ jobId, day }) => (
              <li key={jobId}>{text('work.desk.failedJob', { date: date(day) })}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{text('work.desk.waiting')}</h2>
          <ul className="list">{others.map(line)}</ul>
        </section>
      ) : null}
    </>
  )
}
