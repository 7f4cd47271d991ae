import type { ReactNode } from 'react'

/** A mark of a chart, in a legend. */
export function Mark({ children }: { children: ReactNode }) {
  return (
    <svg className="mark-sign" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  )
}
