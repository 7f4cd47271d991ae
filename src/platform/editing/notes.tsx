import { sayField } from '../forms/form.ts'
import { useSpeech } from '../i18n.tsx'
import { DRAFT, type EditAnswer, type EditField, type OpenedEdit, OWN } from './edit.ts'

/** Says that something was saved: the journal knows of it. */
export function SavedNote({ edit, shownAt }: { edit: OpenedEdit; shownAt: string }) {
  const { text, path, instant } = useSpeech()
  if (!edit.savedAt) return null
  return (
    <p className="banner" role="status">
      {text('platform.edit.saved', { time: instant(edit.savedAt) })}{' '}
      <a href={path(shownAt)}>{text('platform.edit.toShown')}</a>
    </p>
  )
}

/** Offers what was typed before and not saved. */
export function DraftOffer({ edit }: { edit: OpenedEdit }) {
  const { text, path, instant } = useSpeech()
  const { draft, address } = edit
  if (!draft) return null
  const time = instant(draft.at)
  const restored = `${address}${address.includes('?') ? '&' : '?'}${DRAFT}=1`
  return (
    <form method="post" action={path(address)} className="banner">
      <p>{text(draft.isShown ? 'platform.edit.draft.shown' : 'platform.edit.draft.waits', { time })}</p>
      <p>
        {draft.isShown ? null : (
          <>
            <a href={path(restored)}>{text('platform.edit.draft.restore')}</a>{' '}
          </>
        )}
        <button type="submit" className="quiet" name={OWN.step} value="discard">
          {text('platform.edit.draft.discard')}
        </button>
      </p>
    </form>
  )
}

type MeanwhileProps = {
  answer: Pick<EditAnswer, 'isSame' | 'taken' | 'meanwhile' | 'entered'>
  fields: readonly EditField[]
}

/** Says what somebody else has saved since the form was drawn. Both texts stand at the fields. */
export function MeanwhileNote({ answer, fields }: MeanwhileProps) {
  const { text } = useSpeech()
  const { isSame, taken, meanwhile, entered } = answer
  const name = (field: EditField) => sayField(field, text)
  const both = fields.filter(
    (field) =>
      meanwhile && field.name in meanwhile.saved && meanwhile.saved[field.name] !== entered[field.name],
  )
  return (
    // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
    <div className="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{text(isSame ? 'platform.edit.same' : 'platform.form.meanwhile')}</h2>
      <p>{text(isSame ? 'platform.edit.same.help' : 'platform.edit.meanwhile.help')}</p>
      {both.length === 0 ? null : (
        <ul>
          {both.map((field) => (
            <li key={field.name}>
              <a href={`#field-${field.name}`}>
                {text('platform.edit.meanwhile.both', { field: name(field) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {taken.length === 0 ? null : (
        <p>
          {text('platform.edit.meanwhile.taken', {
            fields: fields
              .filter((field) => taken.includes(field.name))
              .map(name)
              .join(', '),
          })}
        </p>
      )}
    </div>
  )
}
