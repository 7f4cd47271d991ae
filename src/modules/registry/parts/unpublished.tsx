import { useSpeech } from '#platform/i18n.tsx'
import type { Municipality } from '../model.ts'

/** What a page says while a municipality has published no strategy: calmly, with what the register knows. */
export function Unpublished({ municipality }: { municipality: Municipality }) {
  const { text, local, path, date } = useSpeech()
  const { kind, region, code, validFrom, validTo } = municipality
  return (
    <>
      <p>{text(validTo ? 'registry.empty.ended' : 'registry.empty.explanation')}</p>
      <section>
        <h2>{text('registry.empty.register')}</h2>
        <dl className="facts">
          <div>
            <dt>{text('registry.kind')}</dt>
            <dd>{text(`registry.kind.${kind}`)}</dd>
          </div>
          <div>
            <dt>{text('registry.region')}</dt>
            <dd>{local(region.name)}</dd>
          </div>
          <div>
            <dt>{text('registry.empty.code')}</dt>
            <dd>{code}</dd>
          </div>
          <div>
            <dt>{text('registry.empty.since')}</dt>
            <dd>
              {date(validFrom)} – {validTo ? date(validTo) : text('registry.empty.now')}
            </dd>
          </div>
        </dl>
      </section>
      <p>
        <a href={path('/')}>{text('registry.empty.others')}</a>
      </p>
    </>
  )
}
