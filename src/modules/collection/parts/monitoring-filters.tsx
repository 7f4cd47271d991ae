import type { InstitutionType } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import { type Completeness, STANDINGS, type Standing } from '../monitoring/completeness.ts'
import { STANDING_LABELS } from './standing.ts'

type Props = {
  completeness: Completeness
  standing: Standing | 'unexpected' | null
  types: readonly InstitutionType[]
  type: string | null
}

/** Links to those that stand alike, with how many there are in the whole call, and a choice of types. */
export function MonitoringFilters({ completeness, standing, types, type }: Props) {
  const { text, local } = useSpeech()
  const { by, not, expected } = completeness
  const unexpected = Object.values(not).reduce((sum, count) => sum + count, 0)
  const link = (label: string, count: number, wanted: string | null) => (
    <li key={wanted ?? 'all'}>
      <a href={queryOf(wanted, type)} aria-current={standing === wanted ? 'page' : undefined}>
        {label} ({count})
      </a>
    </li>
  )
  return (
    <>
      <nav aria-label={text('collection.monitoring.standings')}>
        <ul className="links">
          {link(text('collection.monitoring.all'), expected + unexpected, null)}
          {STANDINGS.filter((one) => by[one] > 0 || one === standing).map((one) =>
            link(text(STANDING_LABELS[one]), by[one], one),
          )}
          {unexpected > 0 ? link(text('collection.standing.unexpected'), unexpected, 'unexpected') : null}
        </ul>
      </nav>
      {types.length > 1 ? (
        <form method="get" className="inline">
          {standing === null ? null : <input type="hidden" name="stavoklis" value={standing} />}
          <label htmlFor="tips">{text('collection.monitoring.type')}</label>
          <select id="tips" name="tips" defaultValue={type ?? ''}>
            <option value="">{text('collection.monitoring.allTypes')}</option>
            {types.map(({ code, name }) => (
              <option key={code} value={code}>
                {local(name)}
              </option>
            ))}
          </select>
          <button type="submit">{text('collection.monitoring.show')}</button>
        </form>
      ) : null}
    </>
  )
}

function queryOf(standing: string | null, type: string | null) {
  const query = new URLSearchParams()
  if (standing !== null) query.set('stavoklis', standing)
  if (type) query.set('tips', type)
  return `?${query}`
}
