import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'
import type { Analysis } from './analysis.ts'

type Own = Db<CollectionTables>

/** What tells rows of analyses apart. */
export const ANALYSES = { table: 'collection.analysis', key: ['id'] } as const

const analyses = (db: Own, municipalityId: string) =>
  db.selectFrom('collection.analysis').selectAll().where('municipality_id', '=', municipalityId)

/** Analyses of a municipality, the one changed last first. One statement. */
export async function findAnalyses(db: Own, municipalityId: string): Promise<Analysis[]> {
  const rows = await analyses(db, municipalityId).orderBy('changed_at', 'desc').orderBy('id').execute()
  return rows.map(analysisOf)
}

/** One of them. */
export async function findAnalysis(
  db: Own,
  municipalityId: string,
  id: string,
): Promise<Analysis | undefined> {
  const row = await analyses(db, municipalityId).where('id', '=', id).executeTakeFirst()
  return row && analysisOf(row)
}

const analysisOf = (row: CollectionTables['collection.analysis']): Analysis => ({
  id: row.id,
  question: row.question,
  dataAsOf: row.data_as_of,
  steps: row.steps,
  result: row.result,
  evidence: row.evidence,
  state: row.state,
  author: row.author,
  reviewer: row.reviewer,
  reviewedAt: row.reviewed_at,
  reviewNote: row.review_note,
  changedAt: row.changed_at,
  version: row.revision,
})

/** An analysis as its table has it. */
export const analysisRow = (one: Omit<Analysis, 'changedAt' | 'version'>) => ({
  id: one.id,
  question: one.question,
  data_as_of: one.dataAsOf,
  steps: [...one.steps],
  result: one.result,
  evidence: [...one.evidence],
  state: one.state,
  author: one.author,
  reviewer: one.reviewer,
  reviewed_at: one.reviewedAt,
  review_note: one.reviewNote,
})
