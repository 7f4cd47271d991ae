/** Reminds one institution, or all that are waited for. */
export function RemindButton({
  once,
  label,
  institution,
}: {
  once: string
  label: string
  institution?: string
}) {
  return (
    <form method="post" className="done">
      <input type="hidden" name="_once" value={once} />
      {institution === undefined ? null : <input type="hidden" name="institution" value={institution} />}
      <button type="submit">{label}</button>
    </form>
  )
}
