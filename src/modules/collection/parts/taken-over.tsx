import { useSpeech } from '#platform/i18n.tsx'
import type { Edit } from '../form/edits.ts'
import type { CallForm } from '../model.ts'
import { inputsIn } from '../workbook/compare.ts'
import { sayInput, sayTyped } from './difference-words.ts'

type Props = { edit: Pick<Edit, 'fields' | 'held'>; form: CallForm; address: string }

/** What was taken over from a workbook, what somebody else had changed just then, and where it is handed in. */
export function TakenOver({ edit, form, address }: Props) {
  const speech = useSpeech()
  const { text, path } = speech
  const held = inputsIn(form).filter(({ input }) => input in edit.held)
  return (
    <aside className="note" role="status">
      <p>{text('collection.upload.taken', { count: Object.keys(edit.fields).length })}</p>
      {held.length > 0 ? (
        <>
          <p>{text('collection.upload.held')}</p>
          <ul>
            {held.map((one) => (
              <li key={one.input}>
                {sayInput(speech, one, form)}: {sayTyped(speech, one, edit.held[one.input] ?? '')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={path(address)}>{text('collection.upload.taken.next')}</a>
      </p>
    </aside>
  )
}
