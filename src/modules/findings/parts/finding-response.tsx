import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { type FindingLife, type LifeState, wordsIn } from '../life.ts'

/** Where a finding stands, in a word with a sign. */
export function StateChip({ state }: { state: LifeState }) {
  const { text } = useSpeech()
  return <Chip kind={`state-${state}`} label={text(`findings.state.${state}`)} />
}

/** What the department says of a finding, marked as its words and not those of the rule. */
export function FindingResponse({ life }: { life: FindingLife }) {
  const { text, date, language } = useSpeech()
  const { state, response } = life
  if (!response) return null
  const { words, on, isEarlier, saying } = response
  const said = words && wordsIn(words, language)
  return (
    <div className="response">
      <p className="hint">
        {isEarlier ? null : <StateChip state={state} />}{' '}
        {text(isEarlier ? `findings.response.earlier.${saying}` : `findings.response.${saying}`, {
          date: date(on),
        })}
      </p>
      {said ? (
        <blockquote lang={said.isOther ? 'lv' : undefined}>{said.text}</blockquote>
      ) : (
        <p className="hint">{text('findings.response.covered')}</p>
      )}
    </div>
  )
}
