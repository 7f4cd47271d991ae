import { useSpeech } from '#platform/i18n.tsx'
import type { Survey } from '../model.ts'

/** What was asked, when, and which answers count. */
export function SurveyFacts({ survey }: { survey: Survey }) {
  const speech = useSpeech()
  const { text, local } = speech
  const { claimedRepresentative: claimed } = survey
  return (
    <dl className="facts">
      <div>
        <dt>{text('surveys.question')}</dt>
        <dd>{survey.question ? local(survey.question) : text('surveys.question.none')}</dd>
      </div>
      <div>
        <dt>{text('surveys.scale')}</dt>
        <dd>{survey.answerScale ? local(survey.answerScale) : text('surveys.scale.none')}</dd>
      </div>
      <div>
        <dt>{text('surveys.period')}</dt>
        <dd>{speech.say.period(survey.period)}</dd>
      </div>
      <div>
        <dt>{text('surveys.claimed')}</dt>
        <dd>
          {text(
            claimed === null
              ? 'surveys.claimed.unsaid'
              : claimed
                ? 'surveys.claimed.yes'
                : 'surveys.claimed.no',
          )}
        </dd>
      </div>
    </dl>
  )
}
