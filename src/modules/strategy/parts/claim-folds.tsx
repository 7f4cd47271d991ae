import { useSpeech } from '#platform/i18n.tsx'
import { type CheckedClaim, CLAIM_VERDICTS } from '../claims.ts'
import { ClaimTable, type ClaimTableProps } from './claim-table.tsx'

type Props = Omit<ClaimTableProps, 'verdict'> & { claims: readonly CheckedClaim[] }

/** What the documents say in words, folded by what the data answer: those that the data refute first. */
export function ClaimFolds({ claims, ...shared }: Props) {
  const { text } = useSpeech()
  const answered = Map.groupBy(claims, ({ verdict }) => verdict)
  return CLAIM_VERDICTS.filter((verdict) => answered.has(verdict)).map((verdict) => {
    const own = answered.get(verdict) ?? []
    return (
      <details key={verdict} className="fold" id={`claims-${verdict}`} open={verdict === 'refuted'}>
        <summary>
          {text(`strategy.claims.verdict.${verdict}`)} <span className="quiet">({own.length})</span>
        </summary>
        <ClaimTable {...shared} verdict={verdict} claims={own} />
      </details>
    )
  })
}
