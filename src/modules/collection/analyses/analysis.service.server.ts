import { v7 as uuidv7 } from 'uuid'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { Analysis } from './analysis.ts'
import { ANALYSES, analysisRow, findAnalysis } from './analysis-store.server.ts'

/** What the author writes. */
export type AnalysisText = Pick<Analysis, 'question' | 'dataAsOf' | 'steps' | 'result' | 'evidence'>
type Asked = { municipalityId: string; id: string; version: number }
/** What somebody else has saved since the form was drawn. */
export type AnalysisMeanwhile = { meanwhile: Analysis }

const NOT_REVIEWED = { reviewer: null, reviewedAt: null, reviewNote: null } as const

/** Begins an analysis. @returns its id */
export async function addAnalysis(
  db: Database,
  user: User,
  municipalityId: string,
  written: AnalysisText,
): Promise<string> {
  demand(user, 'collection.analysis.edit', { municipalityId })
  const id = uuidv7()
  const row = analysisRow({ ...written, ...NOT_REVIEWED, id, state: 'draft', author: user.id })
  const intent = intentOf({ municipalityId, id }, 'analysis.added')
  await inChange(db, user, intent, (tx, change) => revise(tx, change, ANALYSES, [row]), { municipalityId })
  return id
}

/**
 * Changes an analysis, which makes a draft of it again, whoever had reviewed it: what was reviewed stays in its history.
 *
 * @returns what somebody else has saved meanwhile
 * @throws Refused for anybody but its author
 */
export const changeAnalysis = (db: Database, user: User, asked: Asked, written: AnalysisText) =>
  move(db, user, asked, 'analysis.changed', (analysis) => {
    if (analysis.author !== user.id) refuse(403, 'collection.analyses.notAuthor')
    return { ...analysis, ...written, ...NOT_REVIEWED, state: 'draft' }
  })

/**
 * Asks somebody else to look over it.
 *
 * @throws Refused for anybody but its author, and while it has no result
 */
export const sendForReview = (db: Database, user: User, asked: Asked) =>
  move(db, user, asked, 'analysis.sent', (analysis) => {
    if (analysis.author !== user.id) refuse(403, 'collection.analyses.notAuthor')
    if (analysis.result === null) refuse(400, 'collection.analyses.noResult')
    if (analysis.state !== 'draft' && analysis.state !== 'returned')
      refuse(400, 'collection.analyses.notDraft')
    return { ...analysis, ...NOT_REVIEWED, state: 'inReview' }
  })

/**
 * Says of an analysis that it holds, or returns it with what is to be mended.
 *
 * @throws Refused for its author, and where it does not wait for that
 */
export const reviewAnalysis = (
  db: Database,
  user: User,
  asked: Asked,
  { verdict, note }: { verdict: 'reviewed' | 'returned'; note?: string | undefined },
  now = new Date(),
) =>
  move(db, user, asked, `analysis.${verdict}`, (analysis) => {
    if (analysis.author === user.id) refuse(403, 'collection.analyses.ownAuthor')
    if (analysis.state !== 'inReview') refuse(400, 'collection.analyses.notInReview')
    return {
      ...analysis,
      state: verdict,
      reviewer: user.id,
      reviewedAt: verdict === 'reviewed' ? now : null,
      reviewNote: note ?? null,
    }
  })

async function move(
  db: Database,
  user: User,
  asked: Asked,
  action: string,
  next: (analysis: Analysis) => Analysis,
): Promise<AnalysisMeanwhile | undefined> {
  const { municipalityId, id, version } = asked
  demand(user, 'collection.analysis.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    const analysis = (await findAnalysis(tx, municipalityId, id)) ?? refuse(404, 'collection.analyses.noSuch')
    if (analysis.version !== version) return { meanwhile: analysis }
    await revise(tx, change, ANALYSES, [analysisRow(next(analysis))])
    return undefined
  }
  const { result } = await inChange(db, user, intentOf(asked, action), work, { municipalityId })
  return result
}

const intentOf = ({ municipalityId, id }: Pick<Asked, 'municipalityId' | 'id'>, action: string) =>
  ({
    municipalityId,
    stream: 'collection',
    origin: 'form',
    action,
    subject: id,
    isPublic: false,
    at: new Date(),
  }) as const
