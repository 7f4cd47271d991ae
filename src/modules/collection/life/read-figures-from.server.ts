import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import type { Asked } from '../form/asked.server.ts'
import { findComputed } from './observe.server.ts'
import { type MadeFigure, readFigures } from './read-figures.server.ts'

/** The figures that follow from what an institution has handed in: its own, and those of all together. */
export async function readFiguresFrom(
  tx: DatabaseTransaction,
  user: User,
  asked: Asked,
): Promise<MadeFigure[]> {
  const { municipalityId, slug, call, institution, submission } = asked
  if (submission.decision === null) return []
  const form = await findCallForm(tx, municipalityId, call.id)
  const keys = form.elements.map(({ key }) => key)
  const computed = await findComputed(tx, municipalityId, keys)
  const figures = await readFigures(tx, user, { municipalityId, slug, period: call.period, computed })
  return figures.filter((one) => one.institution === null || one.institution === institution.key)
}
