import { startReading } from '#modules/findings'
import { findSeriesInOrder, readIndicatorNames } from '#modules/indicators.server'
import { findSurveys } from '#modules/surveys.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import { CLAIM_KINDS, type ClaimKind } from '../model.ts'
import { strategySheets } from '../sheets.ts'
import { citedFields, officialFields } from './cells.ts'
import {
  COUNTED_OPTIONS,
  countFilterFields,
  DATE_OPTIONS,
  directionOptions,
  filterOf,
  filterTyped,
  spareRows,
} from './claim-parts.ts'
import { rowEdit } from './row-edit.server.ts'
import { optionsOf } from './row-forms.server.ts'
import { findRow } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'

type Asked = { key: string | null; kind: ClaimKind; municipalityId: string; plan: string | undefined }

/** What kind of claim a stored one is; undefined without it. */
export async function kindOfClaim(
  tx: DatabaseTransaction,
  scope: PlanScope,
  key: string,
): Promise<ClaimKind | undefined> {
  const row = await findRow(tx, 'strategy.claim', scope, key)
  return CLAIM_KINDS.find((kind) => kind === row?.kind)
}

/** What a document says in words, as data: what it speaks of is chosen, and the answer comes from the figures. */
export async function claimEdit(tx: DatabaseTransaction, scope: PlanScope, asked: Asked): Promise<Edit> {
  const { key, kind, municipalityId, plan } = asked
  const { file, columns } = strategySheets.claims
  const row = key === null ? undefined : await findRow(tx, 'strategy.claim', scope, key)
  const rows = {
    subject: spareRows(row?.subjects, kind === 'order' || kind === 'count' ? 1 : undefined),
    related: spareRows(row?.related, undefined),
  }
  const series = await seriesOptions(tx, { municipalityId, plan, catalogue: scope.key })
  const subjects = await subjectFields()
  const isOfSeries = series.length > 0
  const fields: EditField[] = [
    line('key', 'strategy.edit.claim.key', { isRequired: true, hint: 'strategy.edit.claim.key.hint' }),
    long('text_lv', 'strategy.edit.claim.textLv', {
      isRequired: true,
      hint: 'strategy.edit.claim.text.hint',
    }),
    long('text_en', 'strategy.edit.claim.textEn', { isRequired: true }),
    ...officialFields,
    ...citedFields(scope.documents.options),
    ...subjects,
    ...answerFields(kind, series),
    ...(isOfSeries && kind !== 'order' && kind !== 'count'
      ? [
          ...chosen('related', 'strategy.edit.claim.related', rows.related, series),
          line('related_lv', 'strategy.edit.claim.relatedLv', { hint: 'strategy.edit.claim.related.hint' }),
          line('related_en', 'strategy.edit.claim.relatedEn'),
        ]
      : []),
  ]
  return rowEdit(
    scope,
    {
      table: 'strategy.claim',
      sheet: { name: 'claims', file, columns },
      action: 'claim.edited',
      fields,
      cells: {
        fromTyped: (typed) => ({
          ...typed,
          kind,
          subjects: kind === 'ranking' ? (typed.subjects ?? '') : joined(typed, 'subject', rows.subject),
          related: joined(typed, 'related', rows.related),
          filter: kind === 'ranking' ? (typed.filter ?? '') : kind === 'count' ? filterOf(typed) : '',
        }),
        toTyped: (cells) => {
          const { subjects: named = '', related = '', filter = '', kind: _, ...rest } = cells
          if (kind === 'ranking')
            return { ...rest, subjects: named, filter, ...parted(related, 'related', rows.related) }
          return {
            ...rest,
            ...parted(named, 'subject', rows.subject),
            ...parted(related, 'related', rows.related),
            ...(kind === 'count' ? filterTyped(filter) : {}),
          }
        },
      },
      fieldOf: (column) =>
        column === 'subjects' && kind !== 'ranking'
          ? 'subject.1'
          : column === 'related'
            ? 'related.1'
            : column === 'filter' && kind === 'count'
              ? 'filter.goal'
              : column,
    },
    key,
  )

  async function subjectFields(): Promise<EditField[]> {
    if (kind === 'order') {
      return [choice('subject.1', 'strategy.edit.claim.ofDate', DATE_OPTIONS, { isRequired: true })]
    }
    if (kind === 'count') {
      const { goal, status } = (row?.filter ?? {}) as { goal?: string; status?: string }
      return [
        choice('subject.1', 'strategy.edit.claim.counted', COUNTED_OPTIONS, { isRequired: true }),
        ...countFilterFields(await optionsOf(tx, scope, 'strategy.goal'), { goal, status }),
      ]
    }
    if (kind === 'ranking') {
      const surveys = await findSurveys(tx, municipalityId)
      return [
        choice(
          'survey',
          'strategy.edit.claim.survey',
          surveys.map(({ key: value, title }) => ({ value, label: title })),
          { hint: 'strategy.edit.claim.survey.hint' },
        ),
        line('filter', 'strategy.edit.claim.filter', { hint: 'strategy.edit.claim.filter.hint' }),
        line('subjects', 'strategy.edit.claim.first', {
          isRequired: true,
          hint: 'strategy.edit.claim.first.hint',
        }),
      ]
    }
    return chosen('subject', 'strategy.edit.claim.subject', rows.subject, series)
  }
}

/** What the claim says of what it speaks of, by its kind. */
function answerFields(kind: ClaimKind, series: readonly Option[]): EditField[] {
  const direction = choice('direction', 'strategy.edit.claim.direction', directionOptions(kind), {
    isRequired: true,
  })
  const from = line('from_period', 'strategy.edit.claim.from', {
    isRequired: true,
    hint: 'strategy.edit.claim.from.hint',
  })
  const to = (isRequired: boolean) =>
    line('to_period', 'strategy.edit.claim.to', { isRequired, hint: 'strategy.edit.claim.to.hint' })
  const total = choice('total', 'strategy.edit.claim.total', series, { isRequired: true })
  const value = (isRequired: boolean) => line('value', 'strategy.edit.claim.value', { isRequired })
  const share = (isRequired: boolean) => line('share', 'strategy.edit.claim.share', { isRequired })
  switch (kind) {
    case 'trend':
    case 'sumTrend':
      return [direction, from, to(true)]
    case 'count':
      return [value(true), share(false), to(false)]
    case 'sum':
      return [total, to(true), value(true)]
    case 'share':
      return [total, to(true), share(true)]
    case 'order':
      return [direction, day('date', 'strategy.edit.claim.date', { isRequired: true })]
    case 'ranking':
      return [direction, to(false), value(false)]
  }
}

const chosen = (
  name: 'subject' | 'related',
  label: 'strategy.edit.claim.subject' | 'strategy.edit.claim.related',
  rows: number,
  options: readonly Option[],
) =>
  Array.from({ length: rows }, (_, index) =>
    choice(`${name}.${index + 1}`, label, options, { labelValues: { number: String(index + 1) } }),
  )

const joined = (typed: Typed, name: string, rows: number) =>
  Array.from({ length: rows }, (_, index) => typed[`${name}.${index + 1}`] ?? '')
    .filter((one) => one !== '')
    .join(';')

const parted = (cell: string, name: string, rows: number): Typed => {
  const parts = cell === '' ? [] : cell.split(';')
  return Object.fromEntries(
    Array.from({ length: rows }, (_, index) => [`${name}.${index + 1}`, parts[index] ?? '']),
  )
}

/** Series by their keys, each with what its indicator is called. */
async function seriesOptions(
  tx: DatabaseTransaction,
  {
    municipalityId,
    plan,
    catalogue,
  }: { municipalityId: string; plan: string | undefined; catalogue: string },
): Promise<Option[]> {
  const names = await readIndicatorNames(startReading(tx, { municipalityId, strategy: plan }))
  const titles = new Map(names.map(({ code, title }) => [code, title]))
  const series = await findSeriesInOrder(tx, municipalityId, catalogue)
  return series.map(({ key }) => {
    const title = titles.get(key.split('/')[0] ?? '')
    const named = (language: 'lv' | 'en') => (title ? `${key} · ${title[language]}` : key)
    return { value: key, label: { lv: named('lv'), en: named('en') } }
  })
}
