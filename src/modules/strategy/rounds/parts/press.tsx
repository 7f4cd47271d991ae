import type { ReactNode } from 'react'

type Props = {
  once: string
  act: string
  /** What more is sent with it. */
  values?: Readonly<Record<string, string>>
  children: ReactNode
}

/** A button that does one thing. */
export function Press({ once, act, values = {}, children }: Props) {
  return (
    <form method="post" className="done">
      <input type="hidden" name="_once" value={once} />
      <input type="hidden" name="act" value={act} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{children}</button>
    </form>
  )
}
