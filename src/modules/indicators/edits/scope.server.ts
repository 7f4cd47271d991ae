import { startReading } from '#modules/findings'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { readIndicator } from '../read-indicator.server.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import { addTallies } from '../tally.ts'
import { readStanding } from '../verdicts.server.ts'
import { findIndicatorRow, type PlanPlace } from './rows-store.server.ts'

/** One indicator that is edited, and what all its forms share. */
export type IndicatorScope = PlanPlace & {
  code: string
  /** The stored row. */
  row: NonNullable<Awaited<ReturnType<typeof findIndicatorRow>>>
  edit: Pick<Edit, 'place' | 'capability' | 'action' | 'subject' | 'stream' | 'isPublic' | 'effects'>
}

/** @param plan the plan of the address; undefined for the current one */
export const readCatalogue = async (
  tx: DatabaseTransaction,
  municipalityId: string,
  plan: string | undefined,
) => plan ?? (await findCurrentTargetSet(tx, municipalityId)) ?? refuse(404, 'platform.refused.absent')

/** @throws Refused (404) when the plan has no indicator of the code */
export async function readScope(
  tx: DatabaseTransaction,
  { municipalityId, plan, code }: { municipalityId: string; plan: string | undefined; code: string },
): Promise<IndicatorScope> {
  const catalogue = await readCatalogue(tx, municipalityId, plan)
  const place = { municipalityId, catalogue }
  const row = (await findIndicatorRow(tx, place, code)) ?? refuse(404, 'platform.refused.absent')
  return {
    ...place,
    code,
    row,
    edit: {
      place: { municipalityId },
      capability: 'indicators.edit',
      action: 'indicator.edited',
      subject: `${catalogue}/${code}`,
      stream: 'figures',
      isPublic: row.is_public,
      effects: (after) => readEffects(after, place, { code, plan }),
    },
  }
}

/** What is worked out from an indicator: its verdicts, what is noted about its data, and how the whole plan stands. */
export type Effects = Awaited<ReturnType<typeof readEffects>>

async function readEffects(
  tx: DatabaseTransaction,
  { municipalityId, catalogue }: PlanPlace,
  { code, plan }: { code: string; plan: string | undefined },
) {
  const reading = startReading(tx, { municipalityId, strategy: plan })
  const asked = { code, targetSet: catalogue, period: null, page: 1, historyPage: 1 }
  const read = await readIndicator(reading, asked)
  if (!read) return null
  const { verdicts } = await readStanding(tx, { municipalityId, targetSet: catalogue })
  return {
    seriesCount: read.indicator.seriesCount,
    units: [...read.set.units],
    counts: read.counts,
    judged: read.judged,
    findings: read.findings,
    plan: addTallies(verdicts),
  }
}
