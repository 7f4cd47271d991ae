import { use } from 'react'
import { useLocation } from 'react-router'
import { AS_OF } from '../as-of/read-as-of.ts'
import { useSpeech } from '../i18n.tsx'
import { ServedPage } from '../islands/served-page.ts'
import { twinAddress } from '../language.ts'
import { CC_BY, describeDataset } from './linked-data.ts'
import { LinkedDataBlock } from './linked-data-block.tsx'
import type { DataOfPlace } from './place.ts'
import { absolute } from './site-facts.ts'

type Props = { title: string; data: DataOfPlace; measures: readonly string[] | undefined }

/**
 * What stands below data that can be taken away: how new they are, how to cite them, how to say that they are wrong.
 * `finishPage` takes it away where a page offers no data.
 */
export function AboutData({ title, data, measures = [title] }: Props) {
  const { text, language, local, date, path } = useSpeech()
  const { pathname, search } = useLocation()
  const { facts } = use(ServedPage)
  const asOf = new URLSearchParams(search).get(AS_OF)
  const edition = asOf ?? data.updated
  const address = asOf ? `${pathname}?${AS_OF}=${asOf}` : pathname
  const latvian = language === 'lv' ? pathname : twinAddress(pathname, '')
  return (
    <section className="about-data">
      <h2 id="par-datiem">{text('platform.data.title')}</h2>
      <dl className="facts">
        <div>
          <dt>{text('platform.data.updated')}</dt>
          <dd>
            {data.updated ? (
              <time dateTime={data.updated}>{date(data.updated)}</time>
            ) : (
              text('platform.data.never')
            )}
          </dd>
        </div>
        <div>
          <dt>{text('platform.data.next')}</dt>
          <dd>
            {data.next ? (
              <time dateTime={data.next}>{text('platform.data.by', { date: date(data.next) })}</time>
            ) : (
              text('platform.data.notSet')
            )}
          </dd>
        </div>
        <div>
          <dt>{text('platform.data.licence')}</dt>
          <dd>
            <a href={CC_BY} rel="license">
              CC BY 4.0
            </a>
          </dd>
        </div>
      </dl>
      <h3>{text('platform.data.cite')}</h3>
      <p className="cite">
        {text('platform.data.citation', {
          creator: local(data.name),
          year: edition?.slice(0, 4) ?? text('platform.data.noYear'),
          title,
          edition: edition ? date(edition) : text('platform.data.never'),
          address: absolute(facts, address),
        })}
      </p>
      <p>
        <a rel="nofollow" href={`${path('/zinot')}?${new URLSearchParams({ par: latvian })}`}>
          {text('platform.data.report')}
        </a>
      </p>
      <LinkedDataBlock
        kind="dataset"
        data={describeDataset(facts, {
          name: `${title} · ${local(data.name)}`,
          address,
          language,
          creator: local(data.name),
          place: { name: local(data.name), code: data.code },
          period: data.period,
          measures,
          modified: edition,
        })}
      />
    </section>
  )
}
