import { useSpeech } from '#platform/i18n.tsx'
import type { SurveyTable } from '../model.ts'
import { AnsweredTable } from './answered-table.tsx'
import { Outcome } from './plain-result.tsx'
import { ResponseNote } from './response-note.tsx'

/** One survey in the list: what was asked, when, and who answered. */
export function SurveySummary({ table, slug }: { table: SurveyTable; slug: string }) {
  const speech = useSpeech()
  const { text, local, path } = speech
  const { survey, items } = table
  return (
    <section>
      <h2>
        <a href={path(`/${slug}/aptaujas/${encodeURIComponent(survey.key)}`)}>{local(survey.title)}</a>
      </h2>
      {survey.question ? <p>{local(survey.question)}</p> : null}
      <p className="hint">
        {speech.say.period(survey.period)} · {text('surveys.items', { count: items.length })}
      </p>
      <p>
        <Outcome table={table} />
      </p>
      <AnsweredTable table={table} />
      <ResponseNote groups={table.groups} />
    </section>
  )
}
