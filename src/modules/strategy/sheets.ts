import { citedColumns as cited, officialColumns as official } from '#modules/sources.server'
import { type Column, optional } from '#platform/import/column.ts'
import {
  code,
  date,
  keys,
  oneOf,
  optionalAddress,
  optionalDate,
  optionalDecimal,
  optionalForm,
  optionalKey,
  optionalOneOf,
  optionalPeriod,
  optionalSlug,
  optionalText,
  pairs,
  period,
  text,
  whole,
} from '#platform/import/columns.ts'
import { optionalReference, pointing, pointingBy, reference } from '#platform/import/references.ts'
import { appending, changing, type RowsOf, sheet } from '#platform/import/sheet.ts'
import { accountabilitySheets } from './accountability/sheets.ts'
import { EVIDENCE_KINDS, WORKS_KINDS } from './evidence.ts'
import { fileColumn } from './file-column.ts'
import { CLAIM_DIRECTIONS, CLAIM_KINDS, IMPLEMENTATION_STATUSES, STRATEGY_VERSIONS } from './model.ts'
import { voicesColumn } from './voices.ts'

const titled = { code, position: whole, title_lv: text, title_en: text }

/** Undefined where a file written before lacks the column; then what is stored stays. */
const kept = <Value>(column: Column<Value>): Column<Value | undefined> => column

/** A row of an earlier plan: `liepaja-2020-2025/1.1.3`. */
const continued = kept(optionalForm(/^[a-z0-9-]+\/\S+$/, 'liepaja-2020-2025/1.1.3'))

/** Claims about series name them; others name what is counted or ranked, or a date of the strategy. */
const ofSeries = {
  when: ({ kind }: { readonly kind?: unknown }) =>
    ['trend', 'sumTrend', 'sum', 'share'].includes(String(kind)),
}

/** Files that are older than these columns do not have them. */
const OFFICIAL = ['official_lv', 'official_en'] as const

/** What later versions of a plan, and later plans, say of it; a file without these leaves it as it is. */
const BECAME = ['ended_on', 'end_reason_lv', 'end_reason_en', 'merged_into', 'continues'] as const

const ofStrategy = { within: 'strategy_id', withinTable: 'strategy.strategy' }

/** The files of a municipality's strategy; `data/README.md` describes every column. */
export const strategySheets = {
  strategy: sheet(
    'strategy.csv',
    ['title_lv', 'starts_on'],
    {
      title_lv: text,
      title_en: text,
      version: oneOf(STRATEGY_VERSIONS),
      starts_on: date,
      ends_on: date,
      decision_number: optionalText,
      decision_minutes: optionalText,
      decided_on: optionalDate,
      vision_lv: optionalText,
      vision_en: optionalText,
      mission_lv: optionalText,
      mission_en: optionalText,
      vision_official_lv: optionalText,
      vision_official_en: optionalText,
      mission_official_lv: optionalText,
      mission_official_en: optionalText,
      ...cited,
    },
    {
      isRequired: true,
      ...changing('strategy.strategy', { within: 'key' }),
      added: ['vision_official_lv', 'vision_official_en', 'mission_official_lv', 'mission_official_en'],
    },
  ),
  values: sheet(
    'values.csv',
    ['code'],
    {
      ...titled,
      meaning_lv: optionalText,
      meaning_en: optionalText,
      ...cited,
    },
    changing('strategy.value', ofStrategy),
  ),
  goals: sheet(
    'goals.csv',
    ['code'],
    {
      ...titled,
      ...official,
      aim_lv: optionalText,
      aim_en: optionalText,
      ...cited,
      continues: continued,
    },
    { ...changing('strategy.goal', ofStrategy), added: [...OFFICIAL, 'continues'], keeping: ['continues'] },
  ),
  directions: sheet(
    'directions.csv',
    ['code'],
    { ...titled, ...official, goal: reference('goals'), ...cited, continues: continued },
    {
      ...changing('strategy.direction', ofStrategy),
      added: [...OFFICIAL, 'continues'],
      keeping: ['continues'],
    },
  ),
  actions: sheet(
    'actions.csv',
    ['code'],
    {
      ...titled,
      ...official,
      direction: reference('directions'),
      deliverable_lv: optionalText,
      deliverable_en: optionalText,
      responsible: optionalText,
      involved: optionalText,
      funding: optionalText,
      starts_on: optionalDate,
      due_on: optionalDate,
      ...cited,
      ended_on: kept(optionalDate),
      end_reason_lv: kept(optionalText),
      end_reason_en: kept(optionalText),
      merged_into: kept(
        optionalReference('actions', { when: ({ merged_into }) => typeof merged_into === 'string' }),
      ),
      continues: continued,
    },
    {
      ...changing('strategy.action', ofStrategy),
      added: [...OFFICIAL, ...BECAME],
      keeping: BECAME,
      // Its newest report, whose own rows are in `action-status.csv`.
      computed: [
        'goal',
        'is_overdue',
        'status',
        'as_of',
        'comment_lv',
        'comment_en',
        'decided_by_lv',
        'decided_by_en',
        'evidence_lv',
        'evidence_en',
        'revision',
        'recorded_at',
      ],
    },
  ),
  actionStatus: sheet(
    'action-status.csv',
    ['action', 'as_of'],
    {
      action: reference('actions'),
      as_of: period,
      status: oneOf(IMPLEMENTATION_STATUSES),
      comment_lv: optionalText,
      comment_en: optionalText,
      decided_by_lv: optionalText,
      decided_by_en: optionalText,
      evidence_lv: optionalText,
      evidence_en: optionalText,
      ...cited,
      decided_on: optionalDate,
      voices: optional(voicesColumn),
    },
    { ...appending('strategy.action_status', ofStrategy), added: ['decided_on', 'voices'] },
  ),
  actionEvidence: sheet(
    'action-evidence.csv',
    ['action', 'code'],
    {
      action: reference('actions'),
      code,
      as_of: optionalPeriod,
      kind: oneOf(EVIDENCE_KINDS),
      title_lv: text,
      title_en: optionalText,
      url: optionalAddress,
      institution: pointing(optionalSlug, 'institutions', { columns: ['key'] }),
      works: optionalOneOf(WORKS_KINDS),
      done_on: optionalDate,
      ...cited,
      file: fileColumn,
    },
    {
      ...changing('strategy.action_evidence', { ...ofStrategy, columns: { file: 'file_id' } }),
      added: ['file'],
      keeping: ['file'],
    },
  ),
  programmes: sheet(
    'programmes.csv',
    ['code'],
    {
      ...titled,
      state: oneOf(['written', 'planned']),
      promised_by: optionalReference('actions'),
      starts_on: optionalDate,
      ends_on: optionalDate,
      aim_lv: optionalText,
      aim_en: optionalText,
      progress_lv: optionalText,
      progress_en: optionalText,
      ...cited,
    },
    changing('strategy.programme', ofStrategy),
  ),
  programmeDirections: sheet(
    'programme-directions.csv',
    ['programme', 'direction'],
    {
      programme: reference('programmes'),
      direction: reference('directions'),
      link: oneOf(['yes', 'no', 'unknown']),
      ...cited,
    },
    changing('strategy.programme_direction', ofStrategy),
  ),
  externalFactors: sheet(
    'external-factors.csv',
    ['code'],
    {
      ...titled,
      effect_lv: optionalText,
      effect_en: optionalText,
      ...cited,
    },
    changing('strategy.external_factor', ofStrategy),
  ),
  recommendations: sheet(
    'recommendations.csv',
    ['code'],
    { ...titled, ...cited },
    changing('strategy.recommendation', ofStrategy),
  ),
  claims: sheet(
    'claims.csv',
    ['key'],
    {
      key: code,
      kind: oneOf(CLAIM_KINDS),
      text_lv: text,
      text_en: text,
      ...official,
      subjects: pointing(keys, 'series', ofSeries),
      // Of what is counted, those of a goal.
      filter: pointingBy(pairs, {
        sheet: 'goals',
        keysOf: ({ goal }, { kind }) =>
          kind === 'count' && goal !== undefined ? goal.split('+').map((code) => [code]) : [],
      }),
      total: pointing(optionalKey, 'series', ofSeries),
      direction: optionalOneOf(CLAIM_DIRECTIONS),
      survey: optionalReference('surveys'),
      related: pointing(optional(keys), 'series'),
      related_lv: optionalText,
      related_en: optionalText,
      from_period: optionalText,
      to_period: optionalPeriod,
      value: optionalDecimal,
      share: optionalDecimal,
      date: optionalDate,
      ...cited,
    },
    {
      // Claims name what they speak of by keys, also where others hold ids.
      ...changing('strategy.claim', {
        ...ofStrategy,
        columns: { subjects: 'subjects', total: 'total', related: 'related', survey: 'survey' },
      }),
      added: [...OFFICIAL, 'survey', 'related', 'related_lv', 'related_en'],
    },
  ),
  ...accountabilitySheets,
  quotedFigures: sheet(
    'quoted-figures.csv',
    ['figure'],
    {
      figure: text,
      position: whole,
      section_lv: text,
      section_en: text,
      what_lv: optionalText,
      what_en: optionalText,
      quoted: optionalDecimal,
      why_lv: optionalText,
      why_en: optionalText,
      ...cited,
    },
    changing('strategy.quoted_figure', ofStrategy),
  ),
}

/** Which goal an indicator measures: a column of another file, kept as rows of the strategy's own. */
export const goalLinkSheets = {
  goalLinks: sheet(
    'indicators.csv',
    ['indicator'],
    { indicator: reference('indicators'), goal: reference('goals') },
    changing('strategy.goal_indicator', ofStrategy),
  ),
}

/** The goals that are named beside indicators. */
export const goalLinksOf = ({
  indicators,
}: {
  indicators: readonly { code: string; goal: string | null }[]
}) => ({
  goalLinks: indicators.flatMap(({ code: indicator, goal }) => (goal === null ? [] : [{ indicator, goal }])),
})

type StrategySheets = typeof strategySheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends StrategySheets {}
}
export type StrategyRows = RowsOf<typeof strategySheets>
