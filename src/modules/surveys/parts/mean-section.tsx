import { useSpeech } from '#platform/i18n.tsx'
import { ConfidentialNote } from '#platform/ui/confidential.tsx'
import { hasCovered } from '../has-covered.ts'
import { MEAN_KINDS } from '../means.ts'
import type { SurveyTable } from '../model.ts'
import { GroupMeanTable } from './group-mean-table.tsx'
import { ItemMeanTable } from './item-mean-table.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = { table: SurveyTable; flags: Flags; slug: string }

/** Means over groups in each way of weighting, means of groups over items, and why they differ. */
export function MeanSection({ table, flags, slug }: Props) {
  const { text, local } = useSpeech()
  return (
    <>
      <p>{text('surveys.means.warning')}</p>
      <dl className="facts">
        {MEAN_KINDS.map(({ kind, name, answers }) => (
          <div key={kind}>
            <dt>{local(name)}</dt>
            <dd>{local(answers)}</dd>
          </div>
        ))}
      </dl>
      <h3>{text('surveys.means.items')}</h3>
      <ItemMeanTable table={table} flags={flags} slug={slug} />
      <h3>{text('surveys.means.groups')}</h3>
      <GroupMeanTable table={table} />
      {hasCovered(table) ? (
        <>
          <p className="after-table">{text('surveys.means.ofShown')}</p>
          <ConfidentialNote isPrinted={true} />
        </>
      ) : null}
    </>
  )
}
