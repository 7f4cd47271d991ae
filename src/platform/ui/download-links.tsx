import { useSpeech } from '../i18n.tsx'

/** Addresses of a table in every form in which it can be taken away. */
export type Downloads = { csv: string; excel: string; xlsx: string; json: string }

const FORMS = ['xlsx', 'excel', 'csv', 'json'] as const

/** Links to a table in every form. What it is called is in the name of each, so that no two links of a page are alike. */
export function DownloadLinks({ what, files }: { what: string; files: Downloads }) {
  const { text } = useSpeech()
  return (
    <>
      {FORMS.map((form, index) => (
        <span key={form}>
          {index === 0 ? null : ' · '}
          <a href={files[form]} aria-label={`${text(`platform.file.form.${form}`)}: ${what}`}>
            {text(`platform.file.form.${form}`)}
          </a>
        </span>
      ))}
    </>
  )
}

/** The table above as files. */
export function TakeAway(props: { what: string; files: Downloads }) {
  const { text } = useSpeech()
  return (
    <p className="downloads">
      {text('platform.file.take', { name: props.what })} <DownloadLinks {...props} />
    </p>
  )
}
