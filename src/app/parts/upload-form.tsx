import { useSpeech } from '#platform/i18n.tsx'

type Props = { once: string; plan: string; isNew?: boolean; said: readonly string[] }

/** Sends files; nothing of them is loaded before they have been looked at. */
export function UploadForm({ once, plan, isNew = false, said }: Props) {
  const { text } = useSpeech()
  return (
    <form method="post" encType="multipart/form-data" className="entry">
      <Problems said={said} />
      <input type="hidden" name="once" value={once} />
      {isNew ? (
        <div className="field">
          <label htmlFor="plan">{text('app.data.plan')}</label>
          <p id="plan-hint" className="hint">
            {text('app.data.plan.help')}
          </p>
          <input
            id="plan"
            name="plan"
            defaultValue={plan}
            required
            maxLength={60}
            aria-describedby="plan-hint"
          />
        </div>
      ) : (
        <input type="hidden" name="plan" value={plan} />
      )}
      <div className="field">
        <label htmlFor="files">{text('app.data.files')}</label>
        <p id="files-hint" className="hint">
          {text('app.data.files.help')}
        </p>
        <input
          id="files"
          type="file"
          name="files"
          multiple
          required
          accept=".csv,.xlsx,.txt,.tsv,.zip"
          aria-describedby="files-hint"
        />
      </div>
      <button type="submit">{text('app.data.send')}</button>
    </form>
  )
}

/** What is wrong, where who reads is led first. */
export function Problems({ said }: { said: readonly string[] }) {
  const { text } = useSpeech()
  if (said.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
    <div className="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{text('platform.form.problems')}</h2>
      <ul>
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  )
}
