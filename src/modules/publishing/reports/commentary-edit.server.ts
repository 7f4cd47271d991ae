import { endTasks } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Stored, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { long } from '#platform/editing/fields.ts'
import { LANGUAGES } from '#platform/texts/text.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { sectionAddress } from './addresses.ts'
import { COMMENTARIES, findCommentary } from './commentary-store.server.ts'
import { mergeParagraphs, paragraphsIn } from './merge-paragraphs.ts'
import type { ReportDraft } from './model.ts'
import { COMMENTARY_TASK } from './report.service.server.ts'

/** Longest commentary of a section in one language, in characters. */
const LONGEST = 12_000
const extras = { maximumLength: LONGEST, hint: 'publishing.commentary.hint' } as const
const FIELDS = [
  long('lv', 'publishing.commentary.lv', extras),
  long('en', 'publishing.commentary.en', extras),
]

type Of = { municipality: { id: string; slug: string }; draft: ReportDraft; section: string }

/**
 * The words of people to one section, in both languages. Two who write at once lose nothing: what they changed in
 * different paragraphs is brought together, what they changed in the same one comes back with both texts.
 */
export const commentaryEdit = ({ municipality, draft, section }: Of): Edit => ({
  place: { municipalityId: municipality.id },
  capability: 'publishing.report.edit',
  action: 'publishing.commented',
  subject: `${draft.key}/${section}`.slice(0, 200),
  stream: 'reports',
  isPublic: false,
  fields: FIELDS,
  read: (tx) => readStored(tx, municipality.id, draft.id, section),
  write: async (tx, change, typed) => {
    const before = await readStored(tx, municipality.id, draft.id, section)
    const rows = LANGUAGES.map((language) => ({
      report_id: draft.id,
      section,
      language,
      words: tidy(typed[language]),
    })).filter(({ language, words }) => words !== '' || before.values[language] !== '')
    await revise(tx, change, COMMENTARIES, rows)
    await endOwnTask(tx, change, sectionAddress(municipality.slug, draft.key, section))
    return undefined
  },
  merge: ({ was, typed, saved }) => {
    const merged: Record<string, string> = {}
    for (const language of LANGUAGES) {
      const words = mergeParagraphs(tidy(was[language]), tidy(typed[language]), tidy(saved[language]))
      if (words === undefined) return undefined
      merged[language] = words
    }
    return { ...typed, ...merged }
  },
})

const tidy = (words = '') => paragraphsIn(words.normalize('NFC').replaceAll('\r\n', '\n')).join('\n\n')

async function readStored(
  tx: DatabaseTransaction,
  municipalityId: string,
  reportId: string,
  section: string,
): Promise<Stored> {
  const found = await findCommentary(tx, municipalityId, reportId, section)
  const values: Typed = Object.fromEntries(
    LANGUAGES.map((language) => [language, found.find((one) => one.language === language)?.words ?? '']),
  )
  return { version: found.reduce((sum, { version }) => sum + version, 0), values }
}

/** Whoever was asked to write has done so. */
const endOwnTask = (tx: DatabaseTransaction, change: Change, address: string) =>
  endTasks(tx, change, { kind: COMMENTARY_TASK, address, state: 'done', accountId: change.who })
