type Props = {
  once: string
  label: string
  /** Key of one institution; without it all that are waited for. */
  institution?: string
  /** Day until which it is given longer, where that is what is done. */
  until?: string
}

/** Reminds one institution, or all that are waited for, or gives one longer. */
export function RemindButton({ once, label, institution, until }: Props) {
  return (
    <form method="post" className="done">
      <input type="hidden" name="_once" value={once} />
      {institution === undefined ? null : <input type="hidden" name="institution" value={institution} />}
      {until === undefined ? null : <input type="hidden" name="until" value={until} />}
      <button type="submit">{label}</button>
    </form>
  )
}
