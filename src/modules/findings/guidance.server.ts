import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { long } from '#platform/editing/fields.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { revise } from '#platform/write/revise.server.ts'
import { type Guidance, todoOf } from './guidance.ts'
import { findEditedGuidance, findGuidanceRow } from './guidance-store.server.ts'

const LONGEST = 1000

/**
 * What to do now about kinds of things that a module names in its `guided`, by subject: in the department's own words
 * where it has written any. One statement, however many are asked for.
 */
export async function guidanceFor<Subject extends string>(
  tx: DatabaseTransaction,
  municipalityId: string,
  subjects: readonly Subject[],
): Promise<Readonly<Record<Subject, Guidance>>> {
  const edited = await findEditedGuidance(tx, municipalityId)
  return Object.fromEntries(
    subjects.map((subject) => [subject, { edited: edited[subject] ?? null, standard: todoOf(subject) }]),
  ) as Record<Subject, Guidance>
}

/**
 * How a department writes what to do about one kind of thing. Emptied, the standard text holds again.
 *
 * @param standard what stands there while nobody has written anything
 */
export function guidanceEdit(municipalityId: string, subject: string, standard: LocalText): Edit {
  return {
    place: { municipalityId },
    capability: 'findings.edit',
    action: 'findings.guidance',
    subject,
    stream: 'figures',
    isPublic: true,
    fields: [
      long('steps_lv', 'findings.guidance.stepsLv', {
        hint: 'findings.guidance.steps.hint',
        maximumLength: LONGEST,
      }),
      long('steps_en', 'findings.guidance.stepsEn', { maximumLength: LONGEST }),
    ],
    read: async (tx) => {
      const row = await findGuidanceRow(tx, municipalityId, subject)
      const isOwn = row !== undefined && row.steps_lv !== ''
      return {
        version: row?.revision ?? 0,
        values: isOwn
          ? { steps_lv: row.steps_lv, steps_en: row.steps_en ?? '' }
          : { steps_lv: standard.lv, steps_en: standard.en },
      }
    },
    write: async (tx, change, typed) => {
      const [lv, en] = [tidy(typed.steps_lv), tidy(typed.steps_en)]
      if (lv === '' && en !== '') return { steps_lv: [{ reason: 'findings.guidance.latvianMissing' }] }
      const isStandard = lv === standard.lv && en === standard.en
      const row = { subject, steps_lv: isStandard ? '' : lv, steps_en: isStandard || en === '' ? null : en }
      const stored = await findGuidanceRow(tx, municipalityId, subject)
      // What comes with the product is not written down as somebody's words.
      if (!stored && row.steps_lv === '') return undefined
      await revise(tx, change, { table: 'findings.guidance', key: ['subject'] }, [row])
      return undefined
    },
  }
}

const tidy = (typed = '') =>
  typed
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
