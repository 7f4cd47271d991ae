import { useSpeech } from '#platform/i18n.tsx'
import type { SurveyGroup } from '../model.ts'
import { LOW_RESPONSE, sortByResponse } from '../response.ts'

/** Of which groups few answered, in words, and of which nobody knows how many could have. */
export function ResponseNote({ groups }: { groups: readonly SurveyGroup[] }) {
  const speech = useSpeech()
  const { text, local } = speech
  const { low, sufficient, unknown } = sortByResponse(groups)
  const names = (some: readonly SurveyGroup[]) => speech.say.list(some.map(({ label }) => local(label)))
  return (
    <p className="after-table">
      {low.length > 0
        ? text('surveys.response.low', { count: low.length, groups: names(low), percent: LOW_RESPONSE })
        : null}
      {low.length === 0 && sufficient.length > 0
        ? text('surveys.response.sufficient', { percent: LOW_RESPONSE })
        : null}{' '}
      {unknown.length > 0
        ? text('surveys.response.unknown', { count: unknown.length, groups: names(unknown) })
        : null}
    </p>
  )
}
