import { useSpeech } from '#platform/i18n.tsx'
import { listAddress } from '../list-address.ts'
import type { VerdictCounts } from '../roll-up.ts'
import type { Sureness } from '../verdict.ts'

type Props = {
  counts: VerdictCounts
  /** The list of indicators, which shows the series that are meant. */
  address: string
  /** The period asked for. */
  chosen: string | null
  /** Code of the goal whose verdicts are counted; without it all are. */
  goal?: string | undefined
}

/** Of how many verdicts it is not certain, or not known, that the difference is more than chance; else nothing. */
export function CertaintyCounts({ counts, address, chosen, goal }: Props) {
  const { text } = useSpeech()
  const linkTo = (certainty: Sureness) => listAddress(address, { period: chosen, goal, certainty })
  const { withinChance, sureUnknown } = counts
  if (withinChance + sureUnknown === 0) return null
  return (
    <p>
      {withinChance > 0 ? (
        <>
          <a href={linkTo('withinChance')}>
            {text('indicators.certainty.see', { number: withinChance })}
          </a>{' '}
        </>
      ) : null}
      {sureUnknown > 0 ? (
        <a href={linkTo('unknown')}>{text('indicators.certainty.unknownCounted', { count: sureUnknown })}</a>
      ) : null}
    </p>
  )
}
