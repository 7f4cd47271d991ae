import { useSpeech } from '#platform/i18n.tsx'
import { actionAddress } from '../../subjects.ts'
import { alignmentOf, type PlanItem } from '../model.ts'
import { InLatvian } from './plan-words.tsx'

type Props = {
  item: PlanItem
  /** Where the strategy's pages begin. */
  home: string
  /** Indicators by their codes; those that are not there are named by the code alone. */
  showsIndicators?: boolean
}

/** What a task is for: actions of the strategy, a need of one's own with the reason, or that nobody has said yet. */
export function Serves({ item, home, showsIndicators = true }: Props) {
  const { text, path } = useSpeech()
  const alignment = alignmentOf(item)
  return (
    <>
      {alignment === 'serves' ? (
        item.actions.map((code, index) => (
          <span key={code}>
            {index === 0 ? '' : ', '}
            <a href={path(`${home}${actionAddress(code)}`)}>{code}</a>
          </span>
        ))
      ) : alignment === 'ownNeed' ? (
        <>
          {text('strategy.alignment.ownNeed')}: <InLatvian>{item.ownNeed}</InLatvian>
        </>
      ) : (
        <span className="quiet">{text('strategy.alignment.unsaid')}</span>
      )}
      {showsIndicators && item.indicators.length > 0 ? (
        <>
          <br />
          <span className="quiet">
            {text('strategy.alignment.indicators')}:{' '}
            {item.indicators.map((code, index) => (
              <span key={code}>
                {index === 0 ? '' : ', '}
                <a href={path(`${home}/raditaji/${encodeURIComponent(code)}`)}>{code}</a>
              </span>
            ))}
          </span>
        </>
      ) : null}
    </>
  )
}
