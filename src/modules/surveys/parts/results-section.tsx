import { useLocation } from 'react-router'
import { addressWith } from '#platform/asked.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { SMALL_GROUP } from '../gaps.ts'
import { partGroups } from '../large-groups.ts'
import type { SurveyTable } from '../model.ts'
import { GROUP } from '../survey-asked.ts'
import type { Flags } from './numbered-findings.ts'
import { OneGroupTable } from './one-group-table.tsx'
import { ResultTable } from './result-table.tsx'

type Props = { table: SurveyTable; flags: Flags; slug: string; chosen: string | undefined }

/** What was answered: all groups beside each other, or one beside the others; small groups apart. */
export function ResultsSection({ table, flags, slug, chosen }: Props) {
  const { text } = useSpeech()
  const { large, small } = partGroups(table)
  const group = table.groups.find(({ code }) => code === chosen)
  const matrix = (
    <ResultTable
      table={table}
      groups={large}
      caption={text('surveys.results.caption')}
      flags={flags}
      slug={slug}
    />
  )
  return (
    <>
      <GroupChoice table={table} chosen={chosen} />
      {group ? <OneGroupTable table={table} group={group} /> : matrix}
      {group ? (
        <details className="fold">
          <summary>{text('surveys.results.all')}</summary>
          {matrix}
        </details>
      ) : null}
      {small.length > 0 ? (
        <details className="fold">
          <summary>{text('surveys.small', { number: SMALL_GROUP })}</summary>
          <p>{text('surveys.small.explanation', { number: SMALL_GROUP })}</p>
          <ResultTable
            table={table}
            groups={small}
            caption={text('surveys.results.small', { number: SMALL_GROUP })}
            flags={flags}
            slug={slug}
          />
        </details>
      ) : null}
    </>
  )
}

/** Links by which one group is shown beside the others: a phone has no room for all of them at once. */
function GroupChoice({ table, chosen }: Pick<Props, 'table' | 'chosen'>) {
  const { text, local } = useSpeech()
  const here = useLocation()
  if (table.groups.length < 2) return null
  const to = (code: string | undefined) => addressWith(here, { [GROUP]: code }, 'rezultati')
  return (
    <nav aria-label={text('surveys.showGroup')}>
      <p className="hint toggles-label">{text('surveys.showGroup')}</p>
      <ul className="toggles">
        <li>
          <a href={to(undefined)} aria-current={chosen === undefined ? 'true' : undefined}>
            {text('surveys.showGroup.all')}
          </a>
        </li>
        {table.groups.map(({ code, label }) => (
          <li key={code}>
            <a href={to(code)} aria-current={chosen === code ? 'true' : undefined}>
              {local(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
