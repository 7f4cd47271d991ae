import type { Present } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import type { AudienceWords } from '../audience-on.ts'

type Props = { audience: AudienceWords; dueAt: Date }

/** Exactly which institutions are asked, today and as they will be on the day on which it is due. */
export function AudiencePreview({ audience, dueAt }: Props) {
  const { text, date } = useSpeech()
  const { today, due, later, gone } = audience
  return (
    <section>
      <h2>{text('collection.audience.preview')}</h2>
      {audience.isEverybody ? <p>{text('collection.audience.everybody')}</p> : null}
      <p>{text('collection.audience.today', { count: today.asked.length })}</p>
      <details open={today.asked.length > 0 && today.asked.length <= 12}>
        <summary>{text('collection.audience.who')}</summary>
        <Names of={today.asked} />
      </details>
      <p>{text('collection.audience.due', { count: due.asked.length, day: date(municipalDay(dueAt)) })}</p>
      <Named heading="collection.audience.later" of={later} />
      <Named heading="collection.audience.gone" of={gone} />
      <Named heading="collection.audience.notSaid" of={today.notSaid} />
      {today.unknown.length > 0 ? (
        <p>{text('collection.audience.unknown', { names: today.unknown.join(', ') })}</p>
      ) : null}
    </section>
  )
}

type NamedProps = {
  heading: 'collection.audience.later' | 'collection.audience.gone' | 'collection.audience.notSaid'
  of: readonly Present[]
}

function Named({ heading, of }: NamedProps) {
  const { text } = useSpeech()
  if (of.length === 0) return null
  return (
    <>
      <p>{text(heading)}</p>
      <Names of={of} />
    </>
  )
}

function Names({ of }: { of: readonly Present[] }) {
  const { local } = useSpeech()
  return (
    <ul className="list">
      {of.map(({ institution, version }) => (
        <li key={institution.key}>{local(version.name)}</li>
      ))}
    </ul>
  )
}
