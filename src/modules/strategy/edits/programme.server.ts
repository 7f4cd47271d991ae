import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import type { ProgrammeLink } from '../model.ts'
import { strategySheets } from '../sheets.ts'
import { citedFields, titleFields } from './cells.ts'
import { rowEdit } from './row-edit.server.ts'
import { optionsOf } from './row-forms.server.ts'
import { findLinkRows } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'

const LINKS = ['yes', 'no', 'unknown'] as const
const LINK = {
  table: 'strategy.programme_direction',
  key: ['strategy_id', 'programme', 'direction'],
} as const
const linkField = (direction: string) => `link.${direction}`

/** An action programme: what it is, how far it is, and which directions it serves. */
export async function programmeEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  code: string | null,
): Promise<Edit> {
  const directions = await optionsOf(tx, scope, 'strategy.direction')
  const { file, columns } = strategySheets.programmes
  const links = async (now: DatabaseTransaction, programme: string) =>
    new Map((await findLinkRows(now, scope, programme)).map((row) => [row.direction, row]))
  return rowEdit(
    scope,
    {
      table: 'strategy.programme',
      sheet: { name: 'programmes', file, columns },
      action: 'programme.edited',
      fields: [
        line('code', 'strategy.edit.code', { isRequired: true, hint: 'strategy.edit.code.hint' }),
        line('position', 'strategy.edit.position', { isRequired: true, hint: 'strategy.edit.position.hint' }),
        ...titleFields,
        choice(
          'state',
          'strategy.edit.programme.state',
          (['written', 'planned'] as const).map((value) => ({
            value,
            label: `strategy.edit.programme.${value}` as const,
          })),
          { isRequired: true },
        ),
        choice(
          'promised_by',
          'strategy.edit.programme.promisedBy',
          await optionsOf(tx, scope, 'strategy.action'),
          {
            hint: 'strategy.edit.programme.promisedBy.hint',
          },
        ),
        day('starts_on', 'strategy.start'),
        day('ends_on', 'strategy.edit.programme.endsOn'),
        long('aim_lv', 'strategy.edit.aimLv'),
        long('aim_en', 'strategy.edit.aimEn'),
        long('progress_lv', 'strategy.edit.progressLv', { hint: 'strategy.edit.progress.hint' }),
        long('progress_en', 'strategy.edit.progressEn'),
        ...directions.map(({ value, label }) =>
          choice(
            linkField(value),
            'strategy.edit.programme.link',
            LINKS.map((link) => ({ value: link, label: `strategy.edit.link.${link}` as const })),
            { labelValues: { direction: typeof label === 'object' ? label.lv : value } },
          ),
        ),
        ...citedFields(scope.documents.options),
      ],
      more: {
        read: async (now) => {
          const stored = code === null ? new Map() : await links(now, code)
          const version = [...stored.values()].reduce((sum, { revision }) => sum + revision, 0)
          const values = directions.map(({ value }) => {
            const row = stored.get(value)
            return [linkField(value), row && !row.withdrawn_at ? row.link : '']
          })
          return { version, values: Object.fromEntries(values) }
        },
        write: async (now, change, programme, typed) => {
          const stored = await links(now, programme)
          const rows: unknown[] = []
          for (const { value: direction } of directions) {
            const link = (typed[linkField(direction)] ?? '').trim() as ProgrammeLink | ''
            const row = stored.get(direction)
            if (link !== '') {
              const { withdrawn_at, ...kept } = row ? contentOf(row) : { withdrawn_at: undefined }
              const cited = row ? {} : { source_id: null, locator: null }
              rows.push({ ...kept, strategy_id: scope.strategyId, programme, direction, link, ...cited })
            } else if (row && !row.withdrawn_at) {
              await withdraw(now, change, LINK, { ...row, is_public: scope.isPublic })
              change.counts.changed += 1
            }
          }
          await revise(now, change, LINK, rows as never)
          return {}
        },
      },
    },
    code,
  )
}
