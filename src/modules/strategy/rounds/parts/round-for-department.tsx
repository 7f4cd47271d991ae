import { LongField } from '#platform/forms/field-parts.tsx'
import type { Field, FormAnswer } from '#platform/forms/form.ts'
import { ActionForm, Complained } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { roundAddress, roundEditAddress, sittingAddress } from '../addresses.ts'
import type { PersonAsked } from '../read-people-asked.server.ts'
import type { RoundLine } from '../read-round.server.ts'
import type { Round } from '../round.ts'
import { type OnTime, STANDINGS } from '../standing.ts'
import { OnTimeLine } from './on-time-line.tsx'
import { Press } from './press.tsx'
import { RoundLines } from './round-lines.tsx'
import { RoundPeople } from './round-people.tsx'

const why: Field<'why'> = {
  name: 'why',
  label: 'strategy.round.withdraw.why',
  hint: undefined,
  isRequired: true,
  maximumLength: 500,
}

/** Filter of actions that should have been done by now, as the plan has it. */
export const PLAN_OVERDUE = 'kavejas'

/** So many actions stand on a page. */
const SHOWN = 20

type Props = {
  slug: string
  round: Round
  lines: readonly RoundLine[]
  onTime: OnTime
  people: readonly PersonAsked[]
  names: Readonly<Record<string, string>>
  /** Standing of the actions that are shown; null for all. */
  chosen: string | null
  /** Which stretch of them, from 1. */
  page: number
  isEditor: boolean
  /** Whether they may decide on reports. */
  isDeciding: boolean
  isTaking: boolean
  once: string
  answer: FormAnswer | undefined
  /** A link that is shown once. */
  handed: { address: string; name: string } | null
}

/** A round as the department sees it: who has answered, who is late or silent, what to do about it. */
export function RoundForDepartment(props: Props) {
  const {
    slug,
    round,
    lines,
    onTime,
    people,
    names,
    chosen,
    page,
    isEditor,
    isDeciding,
    isTaking,
    once,
    answer,
    handed,
  } = props
  const { text, path, say } = useSpeech()
  const found = lines
    .filter(
      (line) => chosen === null || line.standing === chosen || (chosen === PLAN_OVERDUE && line.isOverdue),
    )
    // Those first with which something is to be done.
    .toSorted((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))
  const shown = found.slice((page - 1) * SHOWN, page * SHOWN)
  const overdue = lines.filter((line) => line.isOverdue).length
  const unasked = lines.filter(({ standing }) => standing === 'unasked').map(({ action }) => action)
  const reported = lines.filter(({ standing }) => standing === 'reported').length
  const here = path(roundAddress(slug, round.key))
  const days = { opens: say.day(round.opensOn), due: say.day(round.dueOn), closes: say.day(round.closesOn) }
  return (
    <>
      {answer ? <Complained complaints={answer.complaints} fields={{ why }} /> : null}
      {handed ? (
        <div className="notice" role="status">
          <p>{text('strategy.round.handed', { name: handed.name })}</p>
          <p>
            <code>{handed.address}</code>
          </p>
        </div>
      ) : null}
      <p>
        {text('strategy.round.days.all', days)} · {text(`strategy.round.decidedBy.${round.decidedBy}`)}
      </p>
      {round.state === 'planned' ? <p>{text('strategy.round.planned', { day: days.opens })}</p> : null}
      {round.state === 'planned' ? null : <OnTimeLine onTime={onTime} isOver={round.state !== 'open'} />}
      {unasked.length > 0 ? (
        <p className="notice">
          {text('strategy.round.unasked', { count: unasked.length, actions: unasked.join(', ') })}{' '}
          <a href={path(`/darbs/${slug}/ricibas-plans/atbildiba`)}>{text('strategy.round.unasked.link')}</a>
        </p>
      ) : null}
      {isEditor ? (
        <>
          <ul className="links">
            {round.state === 'planned' || round.state === 'open' ? (
              <li>
                <a href={path(roundEditAddress(slug, round.key))}>{text('strategy.round.edit')}</a>
              </li>
            ) : null}
            {isDeciding && reported > 0 ? (
              <li>
                <a href={path(sittingAddress(slug, round.key))}>
                  {text('strategy.round.sitting.link', { count: reported })}
                </a>
              </li>
            ) : null}
          </ul>
          {round.state === 'planned' ? (
            <Press once={once} act="open">
              {text('strategy.round.open')}
            </Press>
          ) : null}
          {isTaking && people.some(({ isWaited }) => isWaited) ? (
            <Press once={once} act="remind">
              {text('strategy.round.remindAll', { count: people.filter(({ isWaited }) => isWaited).length })}
            </Press>
          ) : null}
        </>
      ) : null}
      {lines.length > 0 ? (
        <section aria-labelledby="darbibas">
          <h2 id="darbibas">{text('strategy.round.actions')}</h2>
          <ul className="links">
            <li>
              <a href={here} aria-current={chosen === null ? 'page' : undefined}>
                {text('strategy.round.filter.all', { count: lines.length })}
              </a>
            </li>
            {STANDINGS.map((standing) => ({
              standing,
              count: lines.filter((line) => line.standing === standing).length,
            }))
              .filter(({ count }) => count > 0)
              .map(({ standing, count }) => (
                <li key={standing}>
                  <a
                    href={`${here}?stavoklis=${standing}`}
                    aria-current={chosen === standing ? 'page' : undefined}
                  >
                    {text(`strategy.round.standing.${standing}`)}: {count}
                  </a>
                </li>
              ))}
            {overdue > 0 ? (
              <li>
                <a
                  href={`${here}?stavoklis=${PLAN_OVERDUE}`}
                  aria-current={chosen === PLAN_OVERDUE ? 'page' : undefined}
                >
                  {text('strategy.round.filter.planOverdue', { count: overdue })}
                </a>
              </li>
            ) : null}
          </ul>
          <RoundLines slug={slug} round={round} lines={shown} count={found.length} names={names} />
          <Pages page={page} pages={Math.max(1, Math.ceil(found.length / SHOWN))} anchor="darbibas" />
        </section>
      ) : null}
      {people.length > 0 ? (
        <section aria-labelledby="kam">
          <h2 id="kam">{text('strategy.round.people')}</h2>
          <RoundPeople people={people} once={isEditor && isTaking ? once : null} />
        </section>
      ) : null}
      {isEditor && (round.state === 'planned' || round.state === 'open') ? (
        <section aria-labelledby="beigt">
          <h2 id="beigt">{text('strategy.round.end')}</h2>
          {round.state === 'open' ? (
            <>
              <p className="hint">{text('strategy.round.close.hint', { day: days.closes })}</p>
              <Press once={once} act="close">
                {text('strategy.round.close')}
              </Press>
            </>
          ) : null}
          <details open={answer?.entered.act === 'withdraw'}>
            <summary>{text('strategy.round.withdraw')}</summary>
            <ActionForm
              answer={answer?.entered.act === 'withdraw' ? answer : undefined}
              fields={{ why }}
              once={once}
            >
              <input type="hidden" name="act" value="withdraw" />
              <LongField of={why} rows={2} />
              <button type="submit">{text('strategy.round.withdraw.button')}</button>
            </ActionForm>
          </details>
        </section>
      ) : null}
    </>
  )
}
