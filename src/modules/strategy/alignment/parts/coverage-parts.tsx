import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { currentStatus } from '../../model.ts'
import { StatusChip } from '../../parts/status-chip.tsx'
import { actionAddress } from '../../subjects.ts'
import type { Coverage, PlacedItem } from '../coverage.ts'
import type { PlanOfWork } from '../model.ts'
import { InLatvian, PlanOwnerName } from './plan-words.tsx'

type Props = {
  coverage: Coverage
  /** Where the strategy's pages begin. */
  home: string
  /** Where a plan is read; undefined where it has no page of its own. */
  planAt?: ((plan: PlanOfWork) => string) | undefined
}

/** A task with whose it is. */
function Placed({ placed, planAt }: { placed: PlacedItem } & Pick<Props, 'planAt'>) {
  const { path } = useSpeech()
  const { plan, item } = placed
  const words = <InLatvian>{`${item.number}. ${item.task}`}</InLatvian>
  return (
    <>
      <PlanOwnerName owner={plan.owner} />: {planAt ? <a href={path(planAt(plan))}>{words}</a> : words}
    </>
  )
}

function PlacedList({ items, planAt }: { items: readonly PlacedItem[] } & Pick<Props, 'planAt'>) {
  return (
    <ul className="plain">
      {items.map((placed) => (
        <li key={placed.item.id}>
          <Placed placed={placed} planAt={planAt} />
        </li>
      ))}
    </ul>
  )
}

/** As everybody reads it: the actions that tasks serve with those tasks, and folded the others, of which there is only the name to say. */
export function ActionsServed({ coverage, home }: Omit<Props, 'planAt'>) {
  const { text, local, path } = useSpeech()
  const { covered, uncovered } = coverage
  return (
    <>
      {covered.length > 0 ? <ActionsCovered coverage={{ ...coverage, uncovered: [] }} home={home} /> : null}
      {uncovered.length > 0 ? (
        <details className="fold">
          <summary>{text('strategy.alignment.public.uncovered', { count: uncovered.length })}</summary>
          <ul className="list">
            {uncovered.map((action) => (
              <li key={action.code} className="spread">
                <span>
                  <span className="nr">{action.code}</span>{' '}
                  <a href={path(`${home}${actionAddress(action.code)}`)}>{local(action.title)}</a>
                </span>
                <StatusChip status={currentStatus(action)} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

/** The actions with the tasks that serve them; those that none serves stand first, for whoever plans. */
export function ActionsCovered({ coverage, home, planAt }: Props) {
  const { text, local, path } = useSpeech()
  const uncovered = coverage.uncovered.map((action) => ({ action, items: [] as PlacedItem[] }))
  const rows = [...uncovered, ...coverage.covered]
  return (
    <Table
      caption={text('strategy.alignment.coverage.actions', {
        count: rows.length,
        covered: coverage.covered.length,
      })}
      columns={[
        {
          heading: text('strategy.action'),
          cell: ({ action: { code, title } }) => (
            <>
              <span className="nr">{code}</span>{' '}
              <a href={path(`${home}${actionAddress(code)}`)}>{local(title)}</a>
            </>
          ),
        },
        {
          heading: text('strategy.status'),
          cell: ({ action }) => <StatusChip status={currentStatus(action)} />,
        },
        {
          heading: text('strategy.alignment.tasks'),
          cell: ({ items }) =>
            items.length === 0 ? (
              <span className="quiet">{text('strategy.alignment.coverage.noTask')}</span>
            ) : (
              <PlacedList items={items} planAt={planAt} />
            ),
        },
      ]}
      rows={rows}
      rowKey={({ action }) => action.code}
    />
  )
}

/** Tasks that serve no action, with the reason. */
export function OwnNeeds({ coverage, planAt }: Omit<Props, 'home'>) {
  const { text } = useSpeech()
  const { ownNeeds } = coverage
  return (
    <section aria-labelledby="own">
      <h2 id="own">{text('strategy.alignment.coverage.ownNeeds')}</h2>
      {ownNeeds.length === 0 ? (
        <p>{text('strategy.alignment.coverage.ownNeeds.none')}</p>
      ) : (
        <ul className="list">
          {ownNeeds.map((placed) => (
            <li key={placed.item.id}>
              <Placed placed={placed} planAt={planAt} />
              <p className="quiet">
                <InLatvian>{placed.item.ownNeed}</InLatvian>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Tasks of which nobody has said what they are for, and those that name what the strategy does not have. */
export function Orphans({ coverage, planAt }: Omit<Props, 'home'>) {
  const { text } = useSpeech()
  const { orphans, strays } = coverage
  return (
    <section aria-labelledby="orphans">
      <h2 id="orphans">{text('strategy.alignment.coverage.orphans')}</h2>
      {orphans.length + strays.length === 0 ? (
        <p>{text('strategy.alignment.coverage.orphans.none')}</p>
      ) : null}
      <PlacedList items={orphans} planAt={planAt} />
      {strays.length > 0 ? (
        <>
          <h3>{text('strategy.alignment.coverage.strays')}</h3>
          <ul className="plain">
            {strays.map((stray) => (
              <li key={stray.item.id}>
                <Placed placed={stray} planAt={planAt} /> · {stray.codes.join(', ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** Tasks of several plans that may be one and the same, as questions. */
export function Overlaps({ coverage, planAt }: Omit<Props, 'home'>) {
  const { text, say } = useSpeech()
  const { overlaps } = coverage
  return (
    <section aria-labelledby="overlaps">
      <h2 id="overlaps">{text('strategy.alignment.coverage.overlaps')}</h2>
      <p>{text('strategy.alignment.coverage.overlaps.rule')}</p>
      {overlaps.length === 0 ? <p>{text('strategy.alignment.coverage.overlaps.none')}</p> : null}
      <ul className="list">
        {overlaps.map((overlap) => (
          <li key={`${overlap.why} ${overlap.items.map(({ item }) => item.id).join()}`}>
            <p>
              {overlap.why === 'sameTerm'
                ? text('strategy.alignment.overlap.sameTerm', {
                    action: overlap.action,
                    date: say.day(overlap.dueOn),
                  })
                : text('strategy.alignment.overlap.sameWords')}
            </p>
            <PlacedList items={overlap.items} planAt={planAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}
