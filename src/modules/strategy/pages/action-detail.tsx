import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { Cited, InOurWords, OwnWords } from '#modules/sources/parts'
import { AsOfBanner } from '#platform/as-of/as-of-banner.tsx'
import { AS_OF, addressAsOf, readAsOf } from '#platform/as-of/read-as-of.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Neighbours } from '#platform/ui/neighbours.tsx'
import { Page } from '#platform/ui/page.tsx'
import { ActionAttachments } from '../accountability/parts/action-attachments.tsx'
import { readAttachedTo } from '../accountability/read-attached.server.ts'
import { readPlan } from '../current-strategy.server.ts'
import { type Action, actionsOf, currentReport } from '../model.ts'
import { ActionFacts } from '../parts/action-facts.tsx'
import { EvidenceList } from '../parts/evidence-list.tsx'
import { FindingList } from '../parts/finding-list.tsx'
import { OverdueMark } from '../parts/overdue-mark.tsx'
import { ProgrammeList } from '../parts/programme-list.tsx'
import { ReportFacts } from '../parts/report-facts.tsx'
import { StatusHistory } from '../parts/status-history.tsx'
import { readEvidence } from '../read-evidence.server.ts'
import { readFindings } from '../read-findings.server.ts'
import { actionAddress } from '../subjects.ts'
import { EndingNote } from '../versions/parts/ending-note.tsx'
import { VersionLine } from '../versions/parts/version-line.tsx'
import { findVersions } from '../versions/version-store.server.ts'
import type { Route } from './+types/action-detail'

export const handle = { parameters: [AS_OF] }

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asOf = readAsOf(new URL(request.url).searchParams)
  const until = asOf?.until
  const { tree, findings, sources, evidence, institutions, hanging, versions } = await readInRequest(
    context,
    async (tx) => {
      const reading = startReading(tx, { municipalityId: municipality.id, strategy: plan, asOf: until })
      const read = await readPlan(reading)
      const shown = read.tree
        ? await readEvidence(tx, read.tree.strategy, params.code, until)
        : { evidence: [], institutions: [] }
      return {
        ...read,
        ...shown,
        hanging: read.tree && (await readAttachedTo(tx, read.tree.strategy, params.code, until)),
        versions: read.tree ? await findVersions(tx, municipality.id, read.tree.strategy.id) : [],
        findings: await readFindings(reading, {
          families: ['strategy'],
          belongsTo: { action: params.code },
        }),
      }
    },
  )
  const absent = asOf ? 'strategy.asOf.absent' : 'platform.refused.absent'
  if (!tree || !hanging) refuse(404, absent)
  const actions = actionsOf(tree)
  const place = actions.findIndex((action) => action.code === params.code)
  const action = actions[place]
  const goal = tree.goals.find((one) => one.code === action?.goal)
  const direction = goal?.directions.find((one) => one.code === action?.direction)
  if (!action || !goal || !direction) refuse(404, absent)
  return {
    municipality,
    home,
    asOf,
    action,
    goal,
    direction,
    strategy: tree.strategy,
    versions,
    absorbed: actions.filter(({ ended }) => ended?.into === action.code),
    previous: actions[place - 1],
    next: actions[place + 1],
    programmes: tree.programmes.filter((programme) => programme.promisedBy === action.code),
    findings,
    sources,
    evidence,
    institutions,
    hanging,
    factors: tree.externalFactors,
    today: municipalDay(asOf?.until),
  }
}

export default function ActionDetail({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const {
    municipality,
    home,
    asOf,
    action,
    goal,
    direction,
    programmes,
    findings,
    sources,
    evidence,
    institutions,
    hanging,
    factors,
    today,
    strategy,
    versions,
    absorbed,
  } = loaderData
  const atDay = (address: string) => addressAsOf(path(`${home}${address}`), asOf?.day)
  const titleOf = (one: Action) => `${one.code} ${local(one.title)}`
  const title = titleOf(action)
  const beside = (one: Action | undefined, label: string) =>
    one && { address: atDay(actionAddress(one.code)), title: titleOf(one), label }
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={atDay('/ricibas-plans')}>{text('strategy.actions')}</a> ·{' '}
        <a href={atDay(`/strategija#${goal.code}`)}>
          {goal.code} {local(goal.title)}
        </a>{' '}
        ·{' '}
        <a href={atDay(`/ricibas-plans?direction=${direction.code}#darbibas`)}>
          {direction.code} {local(direction.title)}
        </a>
      </p>
      <h1>{title}</h1>
      <OwnWords wording={action} />
      <InOurWords things={[action]} sources={sources} home={home} />
      {asOf ? <AsOfBanner day={asOf.day} current={path(`${home}${actionAddress(action.code)}`)} /> : null}
      <EndingNote action={action} absorbed={absorbed} home={home} slug={municipality.slug} asOf={asOf?.day} />
      <VersionLine strategy={strategy} versions={versions} at={asOf?.until} home={home} />
      <ReportFacts report={currentReport(action)} shownBy={evidence.length} />
      <OverdueMark action={action} today={today} isDayShown />
      <EditLink address={`${home}${actionAddress(action.code)}`} />
      <section>
        <h2>{text('strategy.action.plan')}</h2>
        <ActionFacts action={action} />
        <Cited citation={action} sources={sources} home={home} />
      </section>
      <ActionAttachments
        action={action}
        attached={hanging.attached}
        factors={factors}
        national={hanging.national}
        evidence={evidence}
        places={hanging.places}
        slug={municipality.slug}
        today={today}
      />
      {programmes.length > 0 ? (
        <section>
          <h2>{text('strategy.action.programmes')}</h2>
          <ProgrammeList programmes={programmes} isStateShown />
        </section>
      ) : null}
      {evidence.length > 0 ? (
        <section id="pieradijumi">
          <h2>{text('strategy.evidence.title', { count: evidence.length })}</h2>
          <EvidenceList
            evidence={evidence}
            institutions={institutions}
            slug={municipality.slug}
            sources={sources}
            home={home}
          />
        </section>
      ) : null}
      <section>
        <h2>{text('strategy.findings', { count: findings.length })}</h2>
        {findings.length > 0 ? <FindingList findings={findings} /> : <p>{text('strategy.findings.none')}</p>}
      </section>
      <section>
        <h2>{text('strategy.history')}</h2>
        {action.history.length > 0 ? (
          <StatusHistory history={action.history} />
        ) : (
          <p>{text('strategy.status.unreported.meaning')}</p>
        )}
      </section>
      <Neighbours
        label={text('strategy.neighbours')}
        previous={beside(loaderData.previous, text('strategy.previous'))}
        next={beside(loaderData.next, text('strategy.next'))}
      />
    </Page>
  )
}
