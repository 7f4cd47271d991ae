import type { Complaint } from '#platform/forms/form.ts'
import { useSpeech } from '#platform/i18n.tsx'

type Props = {
  /** Why the last file could not be used. */
  refused: Complaint | undefined
  /** Names this filling-in, so that sending it twice does it once. */
  once: string
}

/** Where a filled workbook is chosen. */
export function UploadForm({ refused, once }: Props) {
  const { text } = useSpeech()
  return (
    <form method="post" encType="multipart/form-data" className="entry">
      {refused ? (
        // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
        <div className="problems" role="alert" tabIndex={-1} autoFocus>
          <h2>{text('collection.upload.refused')}</h2>
          <p id="workbook-problem">{text(refused.reason, refused.values)}</p>
        </div>
      ) : null}
      <input type="hidden" name="_do" value="look" />
      <input type="hidden" name="_once" value={once} />
      <div className="field">
        <label htmlFor="workbook">{text('collection.upload.file')}</label>
        <input
          id="workbook"
          type="file"
          name="workbook"
          required
          accept=".xlsx"
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? 'workbook-problem' : undefined}
        />
      </div>
      <button type="submit">{text('collection.upload.look')}</button>
    </form>
  )
}
