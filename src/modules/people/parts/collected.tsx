import { useSpeech } from '#platform/i18n.tsx'
import type { KeptRow } from '#platform/personal-data/entry.ts'
import type { TextKey } from '#platform/texts/text.ts'

type Part = { title: TextKey; rows: readonly KeptRow[] }

/** More rows than this stand in the file only. */
const SHOWN = 50

/** What is kept of somebody, as it is stored: the names of columns are those of the file. */
export function Collected({ parts }: { parts: readonly Part[] }) {
  const { text } = useSpeech()
  if (parts.length === 0) return <p>{text('people.collected.nothing')}</p>
  return parts.map(({ title, rows }) => (
    <details key={title} className="fold" open={rows.length <= 3}>
      <summary>
        {text(title)} <span className="quiet">({rows.length})</span>
      </summary>
      <ol className="list">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={JSON.stringify(row)}>
            <dl className="facts">
              {Object.entries(row)
                .filter(([, value]) => value !== null && value !== undefined)
                .map(([column, value]) => (
                  <div key={column}>
                    <dt>
                      <code>{column}</code>
                    </dt>
                    <dd>{written(value)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ol>
    </details>
  ))
}

function written(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
