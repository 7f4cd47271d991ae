import type { ReactNode } from 'react'

type Props = { id: string; title: string; count?: number; children: ReactNode }

/** A part of the page that is folded away under its heading. */
export function Fold({ id, title, count, children }: Props) {
  return (
    <details className="fold">
      <summary>
        <h2 id={id}>
          {title}
          {count === undefined ? null : <span className="quiet"> ({count})</span>}
        </h2>
      </summary>
      {children}
    </details>
  )
}
