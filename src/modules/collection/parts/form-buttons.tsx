import { useSpeech } from '#platform/i18n.tsx'
import type { HandingInRight } from '../life/may-hand-in.ts'

/** What can be done with a form; a button that is off says why. */
export function FormButtons({ right }: { right: HandingInRight }) {
  const { text } = useSpeech()
  const isOff = !right.may
  const described = isOff ? 'why-not' : undefined
  return (
    <div className="form-buttons">
      {right.may ? null : (
        <p id="why-not">
          <strong>{text(right.why)}</strong>
        </p>
      )}
      {right.may && right.isCorrection ? <p>{text('collection.form.correction')}</p> : null}
      <button
        type="submit"
        name="_do"
        value="save"
        className="quiet"
        disabled={isOff}
        aria-describedby={described}
      >
        {text('collection.form.save')}
      </button>{' '}
      <button
        type="submit"
        name="_do"
        value="check"
        className="quiet"
        disabled={isOff}
        aria-describedby={described}
      >
        {text('collection.form.check')}
      </button>{' '}
      <button type="submit" name="_do" value="submit" disabled={isOff} aria-describedby={described}>
        {text('collection.form.submit')}
      </button>
    </div>
  )
}
