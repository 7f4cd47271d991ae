import type { DatabaseTransaction } from '../database/types.server.ts'
import { findLastChange } from '../write/data-version.server.ts'

/** Which state of a municipality's figures an answer is about. */
export type State = {
  /** The instant asked for, or that of the last change; null while there are no data. */
  asOf: Date | null
  /** The instant whose state has to be looked for; undefined when it is the newest. */
  earlier: Date | undefined
}

/** The state of the figures that a request asks for. One statement. */
export async function readState(
  tx: DatabaseTransaction,
  municipalityId: string,
  asked: string | undefined,
): Promise<State> {
  const asOf = asked === undefined ? undefined : new Date(asked)
  const last = await findLastChange(tx, municipalityId)
  const earlier = asOf !== undefined && last !== undefined && asOf < last ? asOf : undefined
  return { asOf: asOf ?? last ?? null, earlier }
}
