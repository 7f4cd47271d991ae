import { actionsOf, type Direction, linkOf, type Programme, strategyAddress } from '#modules/strategy'
import type { ReportTable } from '#platform/reports/report.ts'
import { actionLink } from './action-tables.ts'
import { table } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** Programmes with their aim and how far they are; those that an action promises with that action. */
export function programmeTable(pen: Pen, { tree }: PlanData, state: Programme['state']): ReportTable[] {
  const { word, local, link, data } = pen
  const actions = new Map(actionsOf(tree).map((action) => [action.code, action]))
  return table<Programme>({
    key: `programmes-${state}`,
    caption: word(`publishing.programmes.${state}.caption`),
    says: word(`publishing.programmes.${state}.says`),
    columns: [
      {
        heading: word('publishing.programmes.programme'),
        share: 2,
        cell: ({ code, title }) => [
          link(local(title), `${data.home}${strategyAddress({ part: 'programme', code })}`),
        ],
      },
      {
        heading: word('publishing.programmes.aim'),
        share: 3,
        cell: ({ aim }) => (aim ? local(aim) : word('publishing.notStated')),
      },
      {
        heading: word('publishing.programmes.progress'),
        share: 3,
        cell: ({ progress }) => (progress ? local(progress) : word('publishing.notStated')),
      },
      ...(state === 'planned'
        ? [
            {
              heading: word('publishing.programmes.promisedBy'),
              share: 2,
              cell: ({ promisedBy }: Programme) => {
                const action = promisedBy === null ? undefined : actions.get(promisedBy)
                return action ? actionLink(pen, action) : word('publishing.notStated')
              },
            },
          ]
        : []),
    ],
    rows: tree.programmes.filter((one) => one.state === state),
  })
}

/** Which written programme serves which direction: yes, no, or nobody knows. */
export function programmeMatrix(pen: Pen, { tree }: PlanData): ReportTable[] {
  const { word, local, named, counted, line, sizeOf } = pen
  const written = tree.programmes.filter(({ state }) => state === 'written')
  if (written.length === 0) return []
  return table<Direction>({
    key: 'programmeMatrix',
    caption: word('publishing.matrix.caption'),
    says: word('publishing.matrix.says'),
    columns: [
      {
        heading: word('strategy.direction'),
        share: 2,
        cell: named,
      },
      ...written.map((programme) => ({
        heading: local(programme.title),
        cell: ({ code }: Direction) => word(`publishing.link.${linkOf(programme, code)}`),
      })),
    ],
    rows: tree.goals.flatMap((goal) => goal.directions),
    note: line('publishing.matrix.note', {
      count: sizeOf('count:links'),
      all: counted('count:links'),
      yes: counted('count:links/yes'),
      no: counted('count:links/no'),
      unknown: counted('count:links/unknown'),
    }),
  })
}
