import type { Db } from '#platform/database/types.server.ts'
import type { Language } from '#platform/texts/text.ts'
import type { QuestionAnswer } from './model.ts'
import type { ReportTables } from './tables.server.ts'

type Own = Db<ReportTables>

export const COMMENTARIES = {
  table: 'publishing.commentary',
  key: ['report_id', 'section', 'language'],
} as const
export const ANSWERS = {
  table: 'publishing.question_answer',
  key: ['report_id', 'section', 'question'],
} as const

/** What was written to one section in one language. */
export type Commentary = { section: string; language: Language; words: string; version: number }

/** What people wrote to a report, or to one section of it. One statement. */
export async function findCommentary(
  db: Own,
  municipalityId: string,
  reportId: string,
  section?: string,
): Promise<Commentary[]> {
  const rows = await db
    .selectFrom('publishing.commentary')
    .select(['section', 'language', 'words', 'revision'])
    .where('municipality_id', '=', municipalityId)
    .where('report_id', '=', reportId)
    .$if(section !== undefined, (query) => query.where('section', '=', section ?? ''))
    .orderBy('section')
    .orderBy('language')
    .execute()
  return rows.map(({ revision, ...row }) => ({ ...row, version: revision }))
}

/** What was said to questions of a report. One statement. */
export async function findAnswers(
  db: Own,
  municipalityId: string,
  reportId: string,
): Promise<QuestionAnswer[]> {
  const rows = await db
    .selectFrom('publishing.question_answer')
    .select(['section', 'question', 'said', 'verdict', 'words', 'account_id'])
    .where('municipality_id', '=', municipalityId)
    .where('report_id', '=', reportId)
    .orderBy('section')
    .orderBy('question')
    .execute()
  return rows.map(({ account_id, ...row }) => ({ ...row, accountId: account_id }))
}
