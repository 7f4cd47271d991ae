import type { Municipality } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'

/** What a page says while a municipality has published no strategy: calmly, with what the register knows. */
export function NoStrategy({ municipality }: { municipality: Municipality }) {
  const { text, local, path, date } = useSpeech()
  const { kind, region, code, validFrom, validTo } = municipality
  return (
    <>
      <p>{text(validTo ? 'publishing.empty.ended' : 'publishing.empty.explanation')}</p>
      <section>
        <h2>{text('publishing.empty.register')}</h2>
        <dl className="facts">
          <div>
            <dt>{text('publishing.country.kind')}</dt>
            <dd>{text(`publishing.country.kind.${kind}`)}</dd>
          </div>
          <div>
            <dt>{text('publishing.country.region')}</dt>
            <dd>{local(region.name)}</dd>
          </div>
          <div>
            <dt>{text('publishing.empty.code')}</dt>
            <dd>{code}</dd>
          </div>
          <div>
            <dt>{text('publishing.empty.since')}</dt>
            <dd>
              {date(validFrom)} – {validTo ? date(validTo) : text('publishing.empty.now')}
            </dd>
          </div>
        </dl>
      </section>
      <p>
        <a href={path('/')}>{text('publishing.empty.others')}</a>
      </p>
    </>
  )
}
