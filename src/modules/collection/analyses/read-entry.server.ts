import type { Database } from '#platform/database/types.server.ts'
import { keepFile } from '#platform/files/keep-file.service.server.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { User } from '#platform/users.ts'
import type { Evidence } from '../model.ts'
import type { AnalysisText } from './analysis.service.server.ts'
import { type AnalysisEntry, linesIn, readPages } from './analysis.ts'

type About = {
  municipalityId: string
  /** Where our own pages are. */
  origin: string
  /** Files that it has already. */
  files: readonly Evidence[]
}

/** What was typed, with the file kept; or everything that is wrong with it, and then no file is kept. */
export async function readAnalysisEntry(
  db: Database,
  user: User,
  entry: AnalysisEntry,
  { municipalityId, origin, files }: About,
): Promise<{ written: AnalysisText } | { complaints: Complaints }> {
  const pages = readPages(entry.pages ?? '', origin)
  const isLater = entry.data_as_of > municipalDay()
  const complaints: Complaints = {
    ...(pages ? {} : { pages: [{ reason: 'collection.analyses.pages.wrong' as const }] }),
    ...(isLater ? { data_as_of: [{ reason: 'collection.analyses.asOf.future' as const }] } : {}),
  }
  if (!pages || Object.keys(complaints).length > 0) return { complaints }
  const evidence = [...pages, ...files]
  if (entry.file) {
    const { name, bytes } = entry.file
    const kept = await keepFile(db, user, { municipalityId, purpose: 'collection.analysis', name, bytes })
    if ('problem' in kept) return { complaints: { file: [{ reason: kept.problem }] } }
    evidence.push({ kind: 'file', ...kept })
  }
  const { question, data_as_of: dataAsOf, steps, result = null } = entry
  return { written: { question, dataAsOf, steps: linesIn(steps), result, evidence } }
}
