import { useSpeech } from '#platform/i18n.tsx'
import { ConfidentialNote } from '#platform/ui/confidential.tsx'
import { countGaps, orderGaps } from '../gap-order.ts'
import { findGaps, SMALL_GROUP } from '../gaps.ts'
import { hasCovered } from '../has-covered.ts'
import { partGaps } from '../large-groups.ts'
import type { SurveyTable } from '../model.ts'
import { GapTable } from './gap-table.tsx'

const SHOWN = 10

/** Where the groups differ most, what may be said of it, and how many comparisons that took. */
export function GapSection({ table }: { table: SurveyTable }) {
  const { text } = useSpeech()
  const all = findGaps(table)
  const parted = partGaps(table, all)
  const gaps = orderGaps(parted.large.length > 0 ? parted.large : all)
  const small = parted.large.length > 0 ? orderGaps(parted.small) : []
  const counts = countGaps(gaps)
  const shown = gaps.slice(0, SHOWN)
  const kind = counts.certain === 0 ? 'none' : counts.certain < shown.length ? 'mixed' : 'certain'
  const rest = gaps.slice(SHOWN)
  if (gaps.length === 0) return <p>{text('surveys.gaps.nothing')}</p>
  return (
    <>
      <p>
        {text('surveys.gaps.compared', { count: gaps.length })} {text('surveys.gaps.counts', { ...counts })}{' '}
        {text('surveys.gaps.multiplicity')} {text('surveys.gaps.interval')}
      </p>
      <GapTable
        table={table}
        gaps={shown}
        caption={text(`surveys.gaps.caption.${kind}`, { count: shown.length })}
      />
      {rest.length > 0 ? (
        <details>
          <summary>{text('surveys.gaps.rest', { count: rest.length })}</summary>
          <GapTable table={table} gaps={rest} caption={text('surveys.gaps.caption.rest')} />
        </details>
      ) : null}
      {small.length > 0 ? (
        <details>
          <summary>{text('surveys.gaps.small', { number: SMALL_GROUP })}</summary>
          <GapTable
            table={table}
            gaps={small}
            caption={text('surveys.gaps.small', { number: SMALL_GROUP })}
          />
        </details>
      ) : null}
      {hasCovered(table) ? <ConfidentialNote isPrinted={true} /> : null}
    </>
  )
}
