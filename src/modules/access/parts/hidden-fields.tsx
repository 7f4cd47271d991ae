/** What was typed before, sent again together with its confirmation. */
export function HiddenFields({ entered }: { entered: Readonly<Record<string, string>> }) {
  const { _confirmed, _back, ...typed } = entered
  return (
    <>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="_confirmed" value="yes" />
    </>
  )
}
