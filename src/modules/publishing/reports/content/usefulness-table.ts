import { actionAddress, strategyAddress } from '#modules/strategy'
import type { Block, Inline } from '#platform/reports/report.ts'
import { list, note, paragraph, table } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'
import { CRITERIA, judgeProjects, type Met, type Project } from './usefulness.ts'

/** Every project by the criteria of the rule, which stands before the table. */
export function usefulnessBlocks(pen: Pen, plan: PlanData): Block[] {
  const { word, line, link, local, named, data, speech, figure } = pen
  const projects = judgeProjects(plan)
  if (projects.length === 0) return [note(line('publishing.useful.none'))]
  const counts = (['useful', 'notShown', 'cannotTell'] as const).map((usefulness) => ({
    usefulness,
    count: projects.filter((one) => one.usefulness === usefulness).length,
  }))
  const page = `${data.home}/programmas`
  const figureOf = ({ usefulness, count }: (typeof counts)[number]) =>
    figure(`count:projects/${usefulness}`, speech.say.number(count), page)
  const nameOf = (project: Project): Inline => [
    link(
      project.kind === 'action' ? named(project) : local(project.title),
      `${data.home}${addressOf(project)}`,
    ),
  ]
  return [
    paragraph(line('publishing.useful.rule')),
    ...list(CRITERIA.map((criterion) => line(`publishing.useful.rule.${criterion}`))),
    paragraph(line('publishing.useful.decides')),
    paragraph(
      line('publishing.useful.counts', {
        all: figure('count:projects', speech.say.number(projects.length), page),
        ...Object.fromEntries(counts.map((one) => [one.usefulness, figureOf(one)])),
      }),
    ),
    ...table<Project>({
      key: 'usefulness',
      caption: word('publishing.useful.caption'),
      says: word('publishing.useful.says'),
      columns: [
        { heading: word('publishing.useful.project'), share: 3, cell: nameOf },
        ...CRITERIA.map((criterion) => ({
          heading: word(`publishing.useful.criterion.${criterion}`),
          cell: (one: Project) =>
            criterion === 'moved' ? movedOf(pen, one) : word(`publishing.met.${metKey(one.met[criterion])}`),
        })),
        {
          heading: word('publishing.useful.answer'),
          share: 1.6,
          cell: ({ usefulness }) => word(`publishing.useful.${usefulness}`),
        },
      ],
      rows: projects,
      note: line('publishing.useful.note'),
    }),
  ]
}

/** Where a project is shown; works are shown with their action. */
const addressOf = ({ kind, code }: Project) =>
  kind === 'programme'
    ? strategyAddress({ part: 'programme', code })
    : actionAddress(code.split('/')[0] ?? code)

const metKey = (met: Met) => (met === null ? 'unknown' : met ? 'yes' : 'no')

function movedOf({ word, figure, speech, data }: Pen, { kind, code, met, moved }: Project): Inline {
  const said = word(`publishing.met.${metKey(met.moved)}`)
  if (met.moved === null) return [{ text: said }]
  const share = word('publishing.useful.moved', {
    better: speech.say.number(moved.better),
    compared: speech.say.number(moved.compared),
  })
  return [{ text: `${said} ` }, figure(`moved:${kind}/${code}`, share, `${data.home}/raditaji`)]
}
