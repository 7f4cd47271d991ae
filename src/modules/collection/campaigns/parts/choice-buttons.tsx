import { useSpeech } from '#platform/i18n.tsx'
import type { Option } from '../../model.ts'

/** Each choice is a button: one press answers. The one that was chosen says so. */
export function ChoiceButtons({ choices, chosen }: { choices: readonly Option[]; chosen: string | null }) {
  const { text, local } = useSpeech()
  return (
    <fieldset className="field">
      <legend>{text('collection.polls.press')}</legend>
      {choices.map(({ key, name }) => (
        <p key={key}>
          <button
            type="submit"
            name="choice"
            value={key}
            className={chosen === null || key === chosen ? undefined : 'quiet'}
            aria-pressed={chosen === null ? undefined : key === chosen}
          >
            {local(name)}
          </button>
        </p>
      ))}
    </fieldset>
  )
}
