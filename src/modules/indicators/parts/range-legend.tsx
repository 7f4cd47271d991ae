import { useSpeech } from '#platform/i18n.tsx'
import { Mark } from './mark.tsx'

/** What the marks of a range mean. */
export function RangeLegend({ hasIntervals }: { hasIntervals: boolean }) {
  const { text } = useSpeech()
  return (
    <ul className="legend marks">
      <li>
        <Mark>
          <circle className="dot-base" cx={8} cy={8} r={4} />
        </Mark>
        {text('indicators.mark.baseline')}
      </li>
      <li>
        <Mark>
          <circle className="dot-earlier" cx={8} cy={8} r={3} />
        </Mark>
        {text('indicators.mark.earlier')}
      </li>
      <li>
        <Mark>
          <circle className="dot-latest" cx={8} cy={8} r={5.5} />
        </Mark>
        {text('indicators.mark.latest')}
      </li>
      {hasIntervals ? (
        <li>
          <Mark>
            <path className="interval whisker" d="M1 8H15M1 4v8M15 4v8" />
          </Mark>
          {text('indicators.mark.interval')}
        </li>
      ) : null}
      <li>
        <Mark>
          <line className="target-zone" x1={8} x2={16} y1={8} y2={8} />
          <line className="target" x1={8} x2={8} y1={1} y2={15} />
        </Mark>
        {text('indicators.mark.target')}
      </li>
    </ul>
  )
}
