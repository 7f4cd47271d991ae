import type { DraftFiles } from '#platform/draft-dataset/tables.server.ts'
import { rowsOf, withRows } from './draft-rows.ts'

/** What the first step asks. */
export type PlanEntry = {
  title: string
  titleEn?: string | undefined
  from: number
  to: number
  vision?: string | undefined
  isAdopted: 'yes' | 'no'
  decidedOn?: string | undefined
  decisionNumber?: string | undefined
}

/** Puts the plan itself into the draft. English that nobody has written yet is the Latvian text. */
export function fillPlan(files: DraftFiles, slug: string, entry: PlanEntry): DraftFiles {
  const { title, titleEn = title, from, to, vision = '', isAdopted } = entry
  const strategy = {
    title_lv: title,
    title_en: titleEn,
    version: isAdopted === 'yes' ? 'adopted' : 'draft',
    starts_on: `${from}-01-01`,
    ends_on: `${to}-12-31`,
    decision_number: entry.decisionNumber ?? '',
    decided_on: entry.decidedOn ?? '',
    vision_lv: vision,
    vision_en: vision,
  }
  const dataset = { municipality: slug, strategy: `${slug}-${from}-${to}`, public: 'yes' }
  return withRows(files, { dataset: [dataset], strategy: [strategy] })
}

/** What the form of the first step shows of a draft. */
export function planIn(files: DraftFiles): Readonly<Record<string, string>> {
  const [row] = rowsOf(files, 'strategy')
  if (!row) return {}
  const { title_lv = '', title_en = '', starts_on = '', ends_on = '', vision_lv = '' } = row
  return {
    title: title_lv,
    titleEn: title_en === title_lv ? '' : title_en,
    from: starts_on.slice(0, 4),
    to: ends_on.slice(0, 4),
    vision: vision_lv,
    isAdopted: row.version === 'adopted' ? 'yes' : 'no',
    decidedOn: row.decided_on ?? '',
    decisionNumber: row.decision_number ?? '',
  }
}

/** Each line of a text is a goal of its own. A goal whose place stays keeps its code, and with it its indicators. */
export function fillGoals(files: DraftFiles, lines: string): DraftFiles {
  const titles = linesOf(lines)
  const goals = titles.map((title, index) => ({
    code: `M${index + 1}`,
    position: String(index + 1),
    title_lv: title,
    title_en: title,
  }))
  const codes = new Set(goals.map(({ code }) => code))
  const indicators = rowsOf(files, 'indicators').map((row) =>
    codes.has(row.goal ?? '') ? row : { ...row, goal: '' },
  )
  return withRows(files, { goals, ...(indicators.length > 0 ? { indicators } : {}) })
}

export const goalsIn = (files: DraftFiles): string =>
  rowsOf(files, 'goals')
    .map(({ title_lv }) => title_lv)
    .join('\n')

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** An institution as the second step asks for it. */
export type InstitutionEntry = { name: string; type: string; registrationNumber?: string | undefined }

/** Adds an institution under a key made of its name. */
export function addInstitution(files: DraftFiles, entry: InstitutionEntry): DraftFiles {
  const rows = rowsOf(files, 'institutions')
  const taken = new Set(rows.map(({ key }) => key))
  const row = {
    key: freeKey(entry.name, taken),
    version: '1',
    registration_number: entry.registrationNumber ?? '',
    name_lv: entry.name,
    name_en: entry.name,
    type: entry.type,
    founder_kind: 'municipality',
  }
  return withRows(files, { institutions: [...rows, row] })
}

export const removeInstitution = (files: DraftFiles, key: string): DraftFiles =>
  withRows(files, { institutions: rowsOf(files, 'institutions').filter((row) => row.key !== key) })

/** A key for addresses: the name's letters without their marks, and a number where there is one like it already. */
export function freeKey(name: string, taken: ReadonlySet<string | undefined>): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  const key = plain === '' ? 'iestade' : plain
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? key : `${key}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
