import { useSpeech } from '#platform/i18n.tsx'
import type { Strategy } from '../../model.ts'
import { adoptedIn, numberAt, type Version } from '../version.ts'

type Props = {
  strategy: Strategy
  versions: readonly Version[]
  /** The instant as of which the plan is read; as it stands without it. */
  at?: Date | undefined
  home: string
}

/** Says which version of the plan a page shows, when it was decided on, and where the others are. */
export function VersionLine({ strategy, versions, at, home }: Props) {
  const { text, date, path } = useSpeech()
  const adopted = adoptedIn(versions)
  const number = numberAt(versions, at)
  const own = adopted.find((version) => version.number === number)
  const decidedOn = own?.decision.decidedOn ?? strategy.decision?.decidedOn
  const newest = numberAt(versions)
  if (strategy.version === 'draft') return null
  return (
    <p className="hint">
      {decidedOn
        ? text('strategy.versions.shown', { number, on: date(decidedOn) })
        : text('strategy.versions.shownUndated', { number })}{' '}
      {number === newest ? null : text('strategy.versions.notNewest', { number: newest })}{' '}
      <a href={path(`${home}/redakcijas`)}>{text('strategy.versions.all')}</a>
    </p>
  )
}
