import { ValueText } from '#modules/indicators/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { MadeFigure } from '../life/read-figures.server.ts'

type Props = { figures: readonly MadeFigure[]; caption: string }

/** Figures that follow from accepted answers, each with a way to where everybody reads it. */
export function MadeFigures({ figures, caption }: Props) {
  const { text, local, path } = useSpeech()
  if (figures.length === 0) return <p>{text('collection.results.figures.none')}</p>
  return (
    <Table
      caption={caption}
      rows={figures}
      rowKey={({ formulaId, institution }) => `${formulaId} ${institution ?? ''}`}
      columns={[
        {
          heading: text('collection.formula.indicator'),
          cell: ({ title, label, address }) => (
            <>
              {address ? <a href={path(address)}>{local(title)}</a> : local(title)}
              {label ? <span className="note">{local(label)}</span> : null}
            </>
          ),
        },
        {
          heading: text('collection.results.value'),
          className: 'n',
          cell: ({ observation }) => <ValueText value={observation.value} />,
        },
        {
          heading: text('collection.formula.effects.note'),
          cell: ({ observation: { note, locator } }) => (note ? local(note) : locator),
        },
      ]}
    />
  )
}
