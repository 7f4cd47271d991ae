import type { Municipality } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import { groupByRegion } from '../municipality-list.ts'

/** Municipalities in alphabetical lists, one for each planning region. */
export function RegionLists({ municipalities }: { municipalities: readonly Municipality[] }) {
  const { text, path, local } = useSpeech()
  return (
    <div className="regions">
      {groupByRegion(municipalities).map(({ region, members }) => (
        <section key={region.code} aria-labelledby={`region-${region.code}`}>
          <h3 id={`region-${region.code}`}>{local(region.name)}</h3>
          <ul className="plain">
            {members.map((one) => (
              <li key={one.id}>
                <a href={path(`/${one.slug}`)}>{local(one.name)}</a>
                {one.kind === 'stateCity' ? (
                  <span className="quiet"> {text('registry.kind.stateCity')}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
