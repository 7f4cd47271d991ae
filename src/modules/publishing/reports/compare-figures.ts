import { citedFigures, type Report } from '#platform/reports/report.ts'

/** A figure that a frozen report cites and that is another today. */
export type ChangedFigure = {
  id: string
  /** As the frozen report says it. */
  said: string
  /** As it is said today; null where nothing says it any more. */
  today: string | null
  /** Where it leads. */
  to: string | null
}

/** Which figures of a frozen report are others today. Figures that only today's report cites are no matter. */
export function changedFigures(
  frozen: Pick<Report, 'sections'>,
  today: Pick<Report, 'sections'>,
): { cited: number; changed: ChangedFigure[] } {
  const then = citedFigures(frozen)
  const now = citedFigures(today)
  const changed = [...then].flatMap(([id, { said, to }]): ChangedFigure[] => {
    const current = now.get(id)
    if (current?.said === said) return []
    return [{ id, said, today: current?.said ?? null, to: current?.to ?? to ?? null }]
  })
  return { cited: then.size, changed }
}
