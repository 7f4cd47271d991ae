import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option } from '#platform/editing/edit.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import type { Column } from '#platform/import/column.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { citedFields } from '../../edits/cells.ts'
import type { ActionSection } from '../../edits/parts.ts'
import type { PlanScope } from '../../edits/scope.server.ts'
import { WORKS_KINDS } from '../../evidence.ts'
import type { AttachedTable } from '../attached-store.server.ts'
import { FUNDS, MILESTONE_KINDS, WORKS_STATES } from '../model.ts'
import { accountabilitySheets } from '../sheets.ts'

/** How rows that hang on an action are edited. */
export type AttachedForm = {
  table: AttachedTable
  sheet: {
    name: keyof typeof accountabilitySheets
    file: string
    columns: Readonly<Record<string, Column<unknown>>>
  }
  /** What the journal calls it, as `party.edited`. */
  action: string
  /** What codes of rows begin with. */
  initial: string
  fields: readonly EditField[]
}

export type AttachedSection = Exclude<ActionSection, 'atbildigais'>

const sheetOf = <Name extends keyof typeof accountabilitySheets>(name: Name) => ({
  name,
  file: accountabilitySheets[name].file,
  columns: accountabilitySheets[name].columns,
})

const optionsOf = <Value extends string>(
  values: readonly Value[],
  keyOf: (value: Value) => TextKey,
): Option[] => values.map((value) => ({ value, label: keyOf(value) }))

const required = { isRequired: true } as const
const titles = (isRequired: boolean) => [
  long('title_lv', 'strategy.attached.titleLv', {
    isRequired,
    hint: 'strategy.attached.title.hint',
    maximumLength: 500,
  }),
  long('title_en', 'strategy.attached.titleEn', { maximumLength: 500 }),
]

/** The form for the rows of one section of an action's page. */
export async function attachedFormOf(
  tx: DatabaseTransaction,
  scope: PlanScope,
  section: AttachedSection,
): Promise<AttachedForm> {
  const cited = citedFields(scope.documents.options)
  switch (section) {
    case 'dalibnieki':
      return {
        table: 'strategy.action_party',
        sheet: sheetOf('actionParties'),
        action: 'party.edited',
        initial: 'd',
        fields: [
          line('name_lv', 'strategy.party.nameLv', { ...required, hint: 'strategy.party.name.hint' }),
          line('name_en', 'strategy.party.nameEn'),
          line('part_lv', 'strategy.party.partLv', { ...required, hint: 'strategy.party.part.hint' }),
          line('part_en', 'strategy.party.partEn'),
          choice(
            'institution',
            'strategy.party.institution',
            await institutionOptions(tx, scope.municipalityId),
            { hint: 'strategy.party.institution.hint' },
          ),
          ...cited,
        ],
      }
    case 'starprezultati':
      return {
        table: 'strategy.action_milestone',
        sheet: sheetOf('actionMilestones'),
        action: 'milestone.edited',
        initial: 's',
        fields: [
          choice(
            'kind',
            'strategy.milestone.kind',
            optionsOf(MILESTONE_KINDS, (one) => `strategy.milestone.kind.${one}`),
            required,
          ),
          ...titles(true),
          day('due_on', 'strategy.milestone.due'),
          day('done_on', 'strategy.milestone.done', { hint: 'strategy.milestone.done.hint' }),
          ...cited,
        ],
      }
    case 'finansejums':
      return {
        table: 'strategy.action_funding',
        sheet: sheetOf('actionFunding'),
        action: 'funding.edited',
        initial: 'f',
        fields: [
          choice(
            'fund',
            'strategy.funding.fund',
            optionsOf(FUNDS, (one) => `strategy.fund.${one}`),
            {
              ...required,
              hint: 'strategy.funding.fund.hint',
            },
          ),
          ...titles(false),
          line('year', 'strategy.funding.year', { hint: 'strategy.funding.year.hint' }),
          line('planned', 'strategy.funding.planned', { hint: 'strategy.funding.sum.hint' }),
          line('spent', 'strategy.funding.spent', { hint: 'strategy.funding.sum.hint' }),
          ...cited,
        ],
      }
    case 'darbi':
      return {
        table: 'strategy.action_works',
        sheet: sheetOf('actionWorks'),
        action: 'works.edited',
        initial: 'b',
        fields: [
          choice(
            'institution',
            'strategy.edit.evidence.institution',
            await institutionOptions(tx, scope.municipalityId),
            required,
          ),
          choice(
            'works',
            'strategy.edit.evidence.works',
            optionsOf(WORKS_KINDS, (one) => `strategy.evidence.works.${one}`),
            required,
          ),
          ...titles(true),
          choice(
            'state',
            'strategy.works.state',
            optionsOf(WORKS_STATES, (one) => `strategy.works.state.${one}`),
            required,
          ),
          day('starts_on', 'strategy.start'),
          day('ends_on', 'strategy.due'),
          day('done_on', 'strategy.works.done', { hint: 'strategy.works.done.hint' }),
          ...cited,
        ],
      }
  }
}

async function institutionOptions(tx: DatabaseTransaction, municipalityId: string): Promise<Option[]> {
  const institutions = await findInstitutions(tx, municipalityId)
  return institutions.map(({ key, versions }) => ({
    value: key,
    label: versions.at(-1)?.name ?? { lv: key, en: key },
  }))
}
