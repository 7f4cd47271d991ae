import { institutionAddress } from '#modules/registry'
import type { SourceDocument } from '#modules/sources'
import { Cited } from '#modules/sources/parts'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import type { Evidence } from '../evidence.ts'

type Props = {
  evidence: readonly Evidence[]
  institutions: readonly { key: string; name: LocalText }[]
  slug: string
  sources: readonly SourceDocument[]
  home: string
}

/** What shows how far an action has come: documents, pictures, figures, works in institutions. */
export function EvidenceList({ evidence, institutions, slug, sources, home }: Props) {
  const { text, local, path, date, say } = useSpeech()
  const nameOf = new Map(institutions.map(({ key, name }) => [key, name]))
  return (
    <ul className="list">
      {evidence.map((one) => {
        const name = one.institution === null ? undefined : nameOf.get(one.institution)
        return (
          <li key={one.code} id={`pieradijums-${one.code}`}>
            {one.url ? <a href={one.url}>{local(one.title)}</a> : local(one.title)}{' '}
            {one.fileId ? (
              <a href={`/${slug}/datnes/${one.fileId}`}>{text('strategy.evidence.getFile')}</a>
            ) : null}
            <small>
              {text(`strategy.evidence.kind.${one.kind}`)}
              {one.works ? `: ${text(`strategy.evidence.works.${one.works}`)}` : null}
              {one.doneOn ? ` · ${date(one.doneOn)}` : null}
              {one.asOf ? ` · ${text('strategy.evidence.for', { period: say.period(one.asOf) })}` : null}
            </small>
            {one.institution ? (
              <small>
                <a href={path(`/${slug}${institutionAddress(one.institution)}`)}>
                  {name ? local(name) : one.institution}
                </a>
              </small>
            ) : null}
            {one.source ? <Cited citation={one} sources={sources} home={home} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
