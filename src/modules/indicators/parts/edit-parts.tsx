import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { isAboutSeries, PART_PARAMETER, PARTS, type Part, SERIES_PARAMETER } from '../edits/parts.ts'

type Props = {
  /** Of the public page. */
  address: string
  part: Part
  series: readonly { key: string; label: LocalText | null }[]
  chosen: string | null
}

/** The ways from one part of an indicator to the others, and from one series to the others. */
export function EditParts({ address, part, series, chosen }: Props) {
  const { text, local, path } = useSpeech()
  const to = (query: Record<string, string>) => path(`${address}/labot?${new URLSearchParams(query)}`)
  return (
    <>
      <nav aria-label={text('indicators.edit.parts')}>
        <ul className="links">
          {PARTS.map((one) => (
            <li key={one}>
              <a href={to({ [PART_PARAMETER]: one })} aria-current={one === part ? 'page' : undefined}>
                {text(`indicators.edit.link.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isAboutSeries(part) && series.length > 1 ? (
        <nav aria-label={text('indicators.edit.series')}>
          <ul className="links">
            {series.map(({ key, label }) => (
              <li key={key}>
                <a
                  href={to({ [PART_PARAMETER]: part, [SERIES_PARAMETER]: key })}
                  aria-current={key === chosen ? 'page' : undefined}
                >
                  {label ? local(label) : key}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  )
}
