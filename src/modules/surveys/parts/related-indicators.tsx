import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { Fold } from '#platform/ui/fold.tsx'

type Props = { indicators: readonly { code: string; title: LocalText }[]; slug: string }

/** Indicators of which a figure is declared to be a result of this survey; says plainly when none is. */
export function RelatedIndicators({ indicators, slug }: Props) {
  const { text, local, path } = useSpeech()
  return (
    <Fold id="raditaji" title={text('surveys.indicators')} count={indicators.length}>
      <p>{text(`surveys.indicators.${indicators.length === 0 ? 'none' : 'explanation'}`)}</p>
      {indicators.length === 0 ? null : (
        <ul className="list">
          {indicators.map(({ code, title }) => (
            <li key={code}>
              <a href={path(`/${slug}/raditaji/${encodeURIComponent(code)}`)}>
                {code} {local(title)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  )
}
