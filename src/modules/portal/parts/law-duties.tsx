import type { Strategy } from '#modules/strategy'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'

const LAW = 'https://likumi.lv/ta/id/50759'

/** What the Education Law asks of a municipality in writing, and what of it is published here. */
export function LawDuties({ strategy, home }: { strategy: Strategy; home: string }) {
  const { text, local, path } = useSpeech()
  const years = strategy.period.startsOn.slice(0, 4)
  const duties = [
    {
      duty: 'strategy' as const,
      found: (
        <>
          <a href={path(`${home}/strategija`)}>{local(strategy.title)}</a>
          <span className="note">
            {text('portal.law.strategy.period', { from: years, to: strategy.period.endsOn.slice(0, 4) })}
          </span>
        </>
      ),
    },
    { duty: 'analysis' as const, found: text('portal.law.analysis.none') },
    { duty: 'qualityReport' as const, found: text('portal.law.qualityReport.none') },
  ]
  return (
    <>
      <Table
        caption={text('portal.law.caption')}
        columns={[
          { heading: text('portal.law.duty'), cell: ({ duty }) => text(`portal.law.${duty}`) },
          { heading: text('portal.law.found'), cell: ({ found }) => found },
        ]}
        rows={duties}
        rowKey={({ duty }) => duty}
      />
      <p className="source after">
        {text('portal.law.source')} <a href={LAW}>{text('portal.law.name')}</a>
      </p>
    </>
  )
}
