import { useSpeech } from '#platform/i18n.tsx'

/** Codes that are shown this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { text, path } = useSpeech()
  return (
    <>
      <p>{text('app.accounts.codes.backup')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={path('/darbs')}>{text('app.accounts.codes.onward')}</a>
      </p>
    </>
  )
}
