import { ValueText } from '#modules/indicators/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { FormulaEffect } from '../formulas/formula-effects.server.ts'

type Props = { before: readonly FormulaEffect[]; after: readonly FormulaEffect[] }

/** What a formula gives now, where that is another figure than before. */
export function FormulaEffects({ before, after }: Props) {
  const { text, local, say } = useSpeech()
  const nameOf = ({ key, period }: FormulaEffect) => `${key} ${period}`
  const was = new Map(before.map((one) => [nameOf(one), one]))
  const changed = after.filter((one) => JSON.stringify(was.get(nameOf(one))) !== JSON.stringify(one))
  return (
    <>
      <h3>{text('collection.formula.effects')}</h3>
      {changed.length === 0 ? (
        <p>{text('collection.formula.effects.none')}</p>
      ) : (
        <Table
          caption={text('collection.formula.effects')}
          rows={changed}
          rowKey={nameOf}
          columns={[
            {
              heading: text('collection.formula.effects.period'),
              cell: ({ label, period }) =>
                [label && local(label), say.period(period)].filter(Boolean).join(', '),
            },
            {
              heading: text('collection.formula.effects.before'),
              className: 'n',
              cell: (one) => <ValueText value={was.get(nameOf(one))?.value} />,
            },
            {
              heading: text('collection.formula.effects.after'),
              className: 'n',
              cell: ({ value }) => <ValueText value={value} />,
            },
            {
              heading: text('collection.formula.effects.note'),
              cell: ({ note }) => (note ? local(note) : null),
            },
          ]}
        />
      )}
    </>
  )
}
