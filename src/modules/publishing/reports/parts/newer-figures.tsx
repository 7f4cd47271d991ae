import { useSpeech } from '#platform/i18n.tsx'
import type { Language } from '#platform/texts/text.ts'
import { Table } from '#platform/ui/table.tsx'
import type { Newer } from '../read-newer.server.ts'

/** Says whether figures of a frozen report are others by now, how many, and what each is today. */
export function NewerFigures({ newer, language }: { newer: Newer; language: Language }) {
  const { text, path } = useSpeech()
  if (newer.kind !== 'newer') return <p>{text(`publishing.newer.${newer.kind}`)}</p>
  const changed = newer.changed[language]
  if (changed.length === 0)
    return (
      <p>
        {newer.cited === 0
          ? text('publishing.newer.nothing')
          : text('publishing.newer.none', { count: newer.cited })}
      </p>
    )
  return (
    <details className="banner">
      <summary>
        {text('publishing.newer.some', { count: changed.length, cited: String(newer.cited) })}
      </summary>
      <Table
        caption={text('publishing.newer.caption')}
        rows={changed}
        rowKey={({ id }) => id}
        columns={[
          {
            heading: text('publishing.newer.said'),
            cell: ({ said, to }) => (to?.startsWith('/') ? <a href={path(to)}>{said}</a> : said),
          },
          {
            heading: text('publishing.newer.today'),
            cell: ({ today }) => today ?? text('publishing.newer.unsaid'),
          },
        ]}
      />
    </details>
  )
}

/** What figures that are others by now are today, by their ids, for showing it beside them. */
export const todayOf = (newer: Newer, language: Language): ReadonlyMap<string, string> =>
  new Map(
    newer.kind === 'newer'
      ? newer.changed[language].flatMap(({ id, today }): [string, string][] =>
          today === null ? [] : [[id, today]],
        )
      : [],
  )
