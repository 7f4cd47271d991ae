import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Asked } from '../form/asked.server.ts'
import { readContacts } from '../form/contact.server.ts'
import { draftOf } from '../form/draft.ts'
import { type ReadDraft, readDraft } from '../form/read-draft.server.ts'
import { readEarlier } from '../life/check-context.server.ts'
import { lastYearOf } from '../life/earlier.ts'
import type { Answer } from '../model.ts'
import { dueOf } from '../monitoring/completeness.ts'
import { type Stamp, versionOfForm } from './stamp.ts'
import type { Words } from './words.ts'
import { writeForm } from './write-form.server.ts'

/** What a workbook of a form says about itself. */
export const stampOf = (asked: Asked, { form, ground }: ReadDraft): Stamp => ({
  municipality: asked.slug,
  call: asked.call.key,
  institution: asked.institution.key,
  form: versionOfForm(form),
  edit: newestOf(ground),
})

const newestOf = ({ edits }: ReadDraft['ground']) => Math.max(0, ...edits.map(({ number }) => number))

/** What is needed of a form for its workbook. */
export async function readForWorkbook(tx: DatabaseTransaction, asked: Asked) {
  const draft = await readDraft(tx, asked)
  return { draft, earlier: await readEarlier(tx, asked, draft.form) }
}

/** The form of an institution as a workbook, with what stands in it now and what was answered a year before. */
export async function workbookOfForm(
  db: Database,
  asked: Asked,
  { draft, earlier }: Awaited<ReturnType<typeof readForWorkbook>>,
  words: Words,
): Promise<Uint8Array> {
  const { municipalityId, call, institution, submission } = asked
  const [responsible] = await readContacts(db, municipalityId, call)
  const last = new Map<string, Answer>(
    [...lastYearOf(earlier, call.period)].map(([field, { answer }]) => [field, answer]),
  )
  return writeForm({
    form: draft.form,
    typed: draftOf(draft.ground),
    last,
    stamp: stampOf(asked, draft),
    words,
    call,
    institution,
    responsible: responsible && [responsible.name, responsible.email].filter(Boolean).join(', '),
    dueAt: dueOf(call, submission),
    madeAt: new Date(),
  })
}
