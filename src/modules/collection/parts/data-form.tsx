import { type ReactNode, use } from 'react'
import { Island } from '#platform/islands/island.tsx'
import { ServedPage } from '#platform/islands/served-page.ts'
import type { ToldForm } from '../form/told.ts'

/** A form that keeps what is typed into it at once, without a line too, where scripts run; without them it is a form. */
export function DataForm({ told, children }: { told: ToldForm; children: ReactNode }) {
  const worker = use(ServedPage).islandFile('forms-worker')
  return (
    <Island name="data-form" told={{ ...told, worker }}>
      {children}
    </Island>
  )
}
