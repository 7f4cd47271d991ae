import type { PlanItem, PlanOfWork } from '../model.ts'

/** From which plan a row was taken, and how often its task had been changed by then. */
export type Stamp = { plan: string; version: number }

export const stampOf = ({ key }: Pick<PlanOfWork, 'key'>, { version }: Pick<PlanItem, 'version'>) =>
  `${key}:${version}`

/** Undefined for what is no such mark. */
export function readStamp(cell: string): Stamp | undefined {
  const [, plan, version] = /^(.+):(\d{1,9})$/.exec(cell.trim()) ?? []
  return plan && version ? { plan, version: Number(version) } : undefined
}
