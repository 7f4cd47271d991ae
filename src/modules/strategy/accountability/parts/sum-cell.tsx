import { useSpeech } from '#platform/i18n.tsx'
import { NO_BREAK_SPACE } from '#platform/say/index.ts'
import type { FundingSum } from '../sums.ts'

/** A sum that may not be known. */
export function Euros({ sum }: { sum: number | null }) {
  const { text, say } = useSpeech()
  if (sum === null) return <span className="quiet">{text('strategy.funding.unknown')}</span>
  return Number.isInteger(sum) ? say.quantity(sum, 'EUR') : `${say.fixed(sum, 2)}${NO_BREAK_SPACE}EUR`
}

/** A sum with how many actions are not in it, or only in part. */
export function SumCell({ of }: { of: FundingSum }) {
  const { text } = useSpeech()
  const remarks = [
    of.without > 0 ? text('strategy.funding.without', { count: of.without }) : null,
    of.partly > 0 ? text('strategy.funding.partly', { count: of.partly }) : null,
    of.notNeeded > 0 ? text('strategy.funding.notNeeded', { count: of.notNeeded }) : null,
  ].flatMap((remark) => remark ?? [])
  return (
    <>
      <Euros sum={of.sum} />
      {remarks.length > 0 ? <small className="note">{remarks.join('; ')}</small> : null}
    </>
  )
}
