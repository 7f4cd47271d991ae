import { findingAddress } from '#modules/findings'
import { SeverityChip } from '#modules/findings/parts'
import type { GoalSurvey } from '#modules/indicators'
import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { CheckedClaim } from '../claims.ts'
import type { Programme } from '../model.ts'
import type { GoalPage } from '../read-goal.server.ts'
import { claimAddress, strategyAddress } from '../subjects.ts'
import { CLAIM_CHIPS } from './claim-chips.ts'

type OfPlan = { home: string; asOf?: string | undefined }

/** Programmes known to serve a goal; of the others it is not known, and that is said once. */
export function GoalProgrammes({ programmes, home, asOf }: OfPlan & { programmes: readonly Programme[] }) {
  const { text, local, path } = useSpeech()
  const addressOf = (code: string) =>
    addressAsOf(path(`${home}${strategyAddress({ part: 'programme', code })}`), asOf)
  return (
    <section>
      <h2>{text('strategy.programmes')}</h2>
      <p>
        {text(programmes.length > 0 ? 'strategy.goal.programmes' : 'strategy.goal.noProgrammes')}{' '}
        <a href={addressAsOf(path(`${home}/programmas`), asOf)}>{text('strategy.goal.programmes.all')}</a>
      </p>
      <ul className="list">
        {programmes.map(({ code, title, state }) => (
          <li key={code}>
            <a href={addressOf(code)}>{local(title)}</a>{' '}
            <span className="quiet">{text(`strategy.programme.state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type FindingsProps = Pick<GoalPage, 'findings'> & { goal: string; place: string }

/** The weightiest findings about a goal, and how many there are of each weight; nothing where they are not kept. */
export function GoalFindings({ findings, goal, place }: FindingsProps) {
  const { text, local, path } = useSpeech()
  if (!findings) return null
  const address = path(`${place}/datu-kvalitate`)
  return (
    <section>
      <h2>{text('strategy.goal.findings')}</h2>
      {findings.total === 0 ? <p>{text('strategy.goal.noFindings')}</p> : null}
      <ul className="links">
        {findings.counts.map(({ severity, count }) => (
          <li key={severity}>
            <a href={`${address}?severity=${severity}&goal=${goal}`}>
              {text(`findings.severity.${severity}.many`)}
              <span className="visually-hidden"> – {goal}</span>
            </a>{' '}
            {count}
          </li>
        ))}
      </ul>
      <ul className="list">
        {findings.first.map(({ anchor, severity, title, explanation }) => (
          <li key={anchor}>
            <SeverityChip severity={severity} />{' '}
            <a href={path(`${place}${findingAddress(anchor)}`)}>{local(title)}</a>
            <small>{local(explanation)}</small>
          </li>
        ))}
      </ul>
      {findings.total > findings.first.length ? (
        <p className="more">
          <a href={`${address}?goal=${goal}`}>
            {text('strategy.goal.findings.all', { count: findings.total, goal })}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** What documents say of a goal, with the answer of the data; nothing where they say nothing that is data. */
export function GoalClaims({ claims, home }: OfPlan & { claims: readonly CheckedClaim[] }) {
  const { text, local, path } = useSpeech()
  if (claims.length === 0) return null
  return (
    <section>
      <h2>{text('strategy.goal.claims')}</h2>
      <ul className="list">
        {claims.map(({ claim, verdict }) => (
          <li key={claim.key}>
            <a href={path(`${home}${claimAddress(claim.key)}`)}>{local(claim.text)}</a>{' '}
            <Chip kind={CLAIM_CHIPS[verdict]} label={text(`strategy.claims.answer.${verdict}`)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What surveys asked about a goal; nothing where none did. */
export function GoalSurveys({ surveys, place }: { surveys: readonly GoalSurvey[]; place: string }) {
  const { text, local, path, say } = useSpeech()
  if (surveys.length === 0) return null
  return (
    <section>
      <h2>{text('strategy.goal.surveys')}</h2>
      {surveys.map(({ key, title, period, address, items }) => (
        <div key={key}>
          <p>
            <a href={path(`${place}${address}`)}>{local(title)}</a>{' '}
            <span className="quiet">{say.period(period)}</span>
          </p>
          <ul>
            {items.map((item) => (
              <li key={item.address}>
                <a href={path(`${place}${item.address}`)}>{local(item.title)}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
