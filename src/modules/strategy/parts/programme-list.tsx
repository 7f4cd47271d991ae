import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Action, Programme } from '../model.ts'
import { currentStatus } from '../model.ts'
import { actionAddress } from '../subjects.ts'
import { OrUnknown } from './or-unknown.tsx'
import { StatusChip } from './status-chip.tsx'

type Props = {
  programmes: readonly Programme[]
  /** Actions by code, to name the one that promises a programme; without them the promise is left out. */
  actions?: ReadonlyMap<string, Action>
  home?: string
  /** Day as of which the page is read. */
  asOf?: string | undefined
  /** Says of each whether it is written; needless under a heading that says so. */
  isStateShown?: boolean
}

/** Action programmes with what they want, how long they hold and how far they have come. */
export function ProgrammeList({ programmes, actions, home, asOf, isStateShown = false }: Props) {
  const { text, local, path, date } = useSpeech()
  return (
    <ul className="list">
      {programmes.map((programme) => {
        const action = actions?.get(programme.promisedBy ?? '')
        const { startsOn, endsOn } = programme
        return (
          <li key={programme.code} id={`programme-${programme.code}`}>
            <h3>{local(programme.title)}</h3>
            <dl className="facts">
              {isStateShown ? (
                <div>
                  <dt>{text('strategy.programme.state')}</dt>
                  <dd>{text(`strategy.programme.state.${programme.state}`)}</dd>
                </div>
              ) : null}
              <div>
                <dt>{text('strategy.programme.aim')}</dt>
                <dd>
                  <OrUnknown>{programme.aim && local(programme.aim)}</OrUnknown>
                </dd>
              </div>
              {programme.progress === null && programme.state === 'planned' ? null : (
                <div>
                  <dt>{text('strategy.programme.progress')}</dt>
                  <dd>
                    <OrUnknown form="feminine">{programme.progress && local(programme.progress)}</OrUnknown>
                  </dd>
                </div>
              )}
              {programme.state === 'written' ? (
                <div>
                  <dt>{text('strategy.period')}</dt>
                  <dd>
                    <OrUnknown>
                      {startsOn && endsOn
                        ? text('strategy.period.fromTo', { from: date(startsOn), to: date(endsOn) })
                        : null}
                    </OrUnknown>
                  </dd>
                </div>
              ) : null}
              {action ? (
                <div>
                  <dt>{text('strategy.programme.promisedBy')}</dt>
                  <dd>
                    <a href={addressAsOf(path(`${home}${actionAddress(action.code)}`), asOf)}>
                      {action.code} {local(action.title)}
                    </a>{' '}
                    <StatusChip status={currentStatus(action)} />
                  </dd>
                </div>
              ) : null}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
