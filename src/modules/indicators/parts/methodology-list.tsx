import { CitedPlace } from '#modules/sources/parts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Methodology } from '../model.ts'

type Props = { methodologies: readonly Methodology[]; sources: readonly string[] }

/** How an indicator is computed, the newest way first, or that nobody says. */
export function MethodologyList({ methodologies, sources }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  if (methodologies.length === 0) return <p>{text('indicators.method.none')}</p>
  return (
    <ol className="list">
      {methodologies
        .toSorted((a, b) => b.version - a.version)
        .map((one) => (
          <li key={one.version}>
            <h3>
              {one.isMissing
                ? text('indicators.method.missing')
                : text('indicators.method.version', { version: String(one.version) })}
            </h3>
            {one.text ? <p>{local(one.text)}</p> : null}
            <dl className="facts">
              {one.numerator ? (
                <Fact name={text('indicators.method.numerator')}>{local(one.numerator)}</Fact>
              ) : null}
              {one.denominator ? (
                <Fact name={text('indicators.method.denominator')}>{local(one.denominator)}</Fact>
              ) : null}
              {one.isMissing ? null : (
                <Fact name={text('indicators.method.validFrom')}>
                  {one.validFrom ? speech.say.period(one.validFrom) : text('indicators.fact.notStated')}
                </Fact>
              )}
              {one.version > 1 ? (
                <Fact name={text('indicators.method.comparability')}>
                  {text(`indicators.comparability.${one.comparability ?? 'notStated'}`)}
                </Fact>
              ) : null}
            </dl>
            <p className="source">
              {text('platform.source')}: <CitedPlace citation={one} sources={sources} />
            </p>
          </li>
        ))}
    </ol>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
