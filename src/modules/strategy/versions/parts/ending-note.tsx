import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Action } from '../../model.ts'
import { actionAddress } from '../../subjects.ts'

type Props = {
  action: Action
  /** Actions of the same plan that were merged into it. */
  absorbed: readonly Action[]
  home: string
  slug: string
  asOf: string | undefined
}

/** What became of an action in later versions of the plan, what it took in, and what it goes on with. */
export function EndingNote({ action, absorbed, home, slug, asOf }: Props) {
  const { text, local, date, path } = useSpeech()
  const { ended, continues } = action
  const at = (code: string) => addressAsOf(path(`${home}${actionAddress(code)}`), asOf)
  const [plan, code] = splitContinued(continues)
  return (
    <>
      {ended ? (
        <div className="banner" id="beigas">
          <p>
            <strong>{text('strategy.versions.hasEnded', { on: date(ended.on) })}</strong>{' '}
            {ended.into ? (
              <>
                {text('strategy.versions.goesOn')} <a href={at(ended.into)}>{ended.into}</a>.{' '}
              </>
            ) : null}
            {text('strategy.versions.because', { reason: local(ended.reason) })}
          </p>
          <p>{text('strategy.versions.historyStays')}</p>
        </div>
      ) : null}
      {absorbed.length > 0 ? (
        <p>
          {text('strategy.versions.absorbed', { count: absorbed.length })}{' '}
          {absorbed.map((one, index) => (
            <span key={one.code}>
              {index > 0 ? ', ' : ''}
              <a href={at(one.code)}>
                {one.code} {local(one.title)}
              </a>
            </span>
          ))}
        </p>
      ) : null}
      {plan && code ? (
        <p>
          {text('strategy.versions.continuesAction')}{' '}
          <a href={path(`/${slug}/plani/${plan}${actionAddress(code)}`)}>
            {code} ({plan})
          </a>
        </p>
      ) : null}
    </>
  )
}

function splitContinued(continues: string | null): [string, string] | [] {
  if (continues === null) return []
  const place = continues.indexOf('/')
  return [continues.slice(0, place), continues.slice(place + 1)]
}
