import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import { OrUnknown } from '../../parts/or-unknown.tsx'
import type { ItemProgress, PlanItem } from '../model.ts'
import { InLatvian } from './plan-words.tsx'
import { Serves } from './serves.tsx'

const CHIP_OF: Readonly<Record<ItemProgress, string>> = {
  notStarted: 'state-open',
  inProgress: 'inProgress',
  done: 'implemented',
  notDone: 'notStarted',
}

type Props = {
  items: readonly PlanItem[]
  home: string
  /** Where a task is edited; undefined where the reader does not. */
  editAt?: ((item: PlanItem) => string) | undefined
  caption: string
}

/** Tasks of a plan under their goals. */
export function ItemTable({ items, home, editAt, caption }: Props) {
  const { text, path, say } = useSpeech()
  const goals = Map.groupBy(items, ({ goal }) => goal ?? '')
  return (
    <Table
      caption={caption}
      columns={[
        {
          heading: text('strategy.alignment.field.task'),
          cell: (item) => (
            <>
              <span className="nr">{item.number}.</span> <InLatvian>{item.task}</InLatvian>
              {item.carriedFrom ? (
                <>
                  {' '}
                  <span className="quiet">{text('strategy.alignment.carried')}</span>
                </>
              ) : null}
              {editAt ? (
                <>
                  <br />
                  <a
                    href={path(editAt(item))}
                    aria-label={text('strategy.alignment.item.editOf', { number: String(item.number) })}
                  >
                    {text('strategy.alignment.item.edit')}
                  </a>
                </>
              ) : null}
            </>
          ),
        },
        {
          heading: text('strategy.alignment.terms'),
          cell: ({ startsOn, dueOn }) => (
            <OrUnknown>
              {startsOn || dueOn
                ? [startsOn, dueOn].map((day) => (day ? say.day(day) : '…')).join(' – ')
                : null}
            </OrUnknown>
          ),
        },
        {
          heading: text('strategy.alignment.field.responsible'),
          cell: ({ responsible }) => (
            <OrUnknown>{responsible === null ? null : <InLatvian>{responsible}</InLatvian>}</OrUnknown>
          ),
        },
        {
          heading: text('strategy.alignment.field.expected'),
          cell: ({ expected }) => (
            <OrUnknown>{expected === null ? null : <InLatvian>{expected}</InLatvian>}</OrUnknown>
          ),
        },
        {
          heading: text('strategy.alignment.serves'),
          cell: (item) => <Serves item={item} home={home} />,
        },
        {
          heading: text('strategy.alignment.result'),
          cell: ({ progress, achieved }) => (
            <>
              {progress ? (
                <Chip kind={CHIP_OF[progress]} label={text(`strategy.alignment.progress.${progress}`)} />
              ) : (
                <span className="quiet">{text('strategy.alignment.progress.unsaid')}</span>
              )}
              {achieved ? (
                <>
                  <br />
                  <InLatvian>{achieved}</InLatvian>
                </>
              ) : null}
            </>
          ),
        },
      ]}
      groups={[...goals].map(([goal, rows]) => ({
        key: goal,
        lead: goal === '' ? text('strategy.alignment.noGoal') : <InLatvian>{goal}</InLatvian>,
        rows,
      }))}
      rowKey={({ id }) => id}
    />
  )
}
