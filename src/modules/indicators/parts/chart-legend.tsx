import { useSpeech } from '#platform/i18n.tsx'
import { Mark } from './mark.tsx'

type Props = { isJudged: boolean; hasIntervals: boolean }

/** What the marks of a series' chart mean. */
export function ChartLegend({ isJudged, hasIntervals }: Props) {
  const { text } = useSpeech()
  return (
    <ul className="legend marks">
      {isJudged ? (
        <li>
          <Mark>
            <circle className="dot-base" cx={8} cy={8} r={4.5} />
          </Mark>
          {text('indicators.mark.baseline')}
        </li>
      ) : null}
      <li>
        <Mark>
          <circle className="dot-latest" cx={8} cy={8} r={5} />
        </Mark>
        {text('indicators.mark.result')}
      </li>
      {hasIntervals ? (
        <li>
          <Mark>
            <path className="interval whisker" d="M8 1V15M4 1h8M4 15h8" />
          </Mark>
          {text('indicators.mark.interval')}
        </li>
      ) : null}
      {isJudged ? (
        <>
          <li>
            <Mark>
              <line className="target" x1={0} x2={16} y1={8} y2={8} />
            </Mark>
            {text('indicators.mark.targetOfYear')}
          </li>
          <li>
            <Mark>
              <line className="target-path" x1={0} x2={16} y1={8} y2={8} />
            </Mark>
            {text('indicators.mark.path')}
          </li>
        </>
      ) : null}
    </ul>
  )
}
