import { citedColumns as cited } from '#modules/sources.server'
import {
  date,
  list,
  oneOf,
  optionalDate,
  optionalDecimal,
  optionalOneOf,
  optionalPeriod,
  optionalText,
  pairs,
  period,
  text,
  whole,
} from '#platform/import/columns.ts'
import { type RowsOf, sheet } from '#platform/import/sheet.ts'
import { IMPLEMENTATION_STATUSES, STRATEGY_VERSIONS } from './model.ts'

const titled = { code: text, position: whole, title_lv: text, title_en: text }

/** The files of a municipality's strategy; `data/README.md` describes every column. */
export const strategySheets = {
  strategy: sheet('strategy.csv', ['title_lv', 'starts_on'], {
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
    ...cited,
  }),
  values: sheet('values.csv', ['code'], {
    ...titled,
    meaning_lv: optionalText,
    meaning_en: optionalText,
    ...cited,
  }),
  goals: sheet('goals.csv', ['code'], { ...titled, aim_lv: optionalText, aim_en: optionalText, ...cited }),
  directions: sheet('directions.csv', ['code'], { ...titled, goal: text, ...cited }),
  actions: sheet('actions.csv', ['code'], {
    ...titled,
    direction: text,
    deliverable_lv: optionalText,
    deliverable_en: optionalText,
    responsible: optionalText,
    involved: optionalText,
    funding: optionalText,
    starts_on: optionalDate,
    due_on: optionalDate,
    ...cited,
  }),
  actionStatus: sheet('action-status.csv', ['action', 'as_of'], {
    action: text,
    as_of: period,
    status: oneOf(IMPLEMENTATION_STATUSES),
    comment_lv: optionalText,
    comment_en: optionalText,
    decided_by_lv: optionalText,
    decided_by_en: optionalText,
    evidence_lv: optionalText,
    evidence_en: optionalText,
    ...cited,
  }),
  programmes: sheet('programmes.csv', ['code'], {
    ...titled,
    state: oneOf(['written', 'planned']),
    promised_by: optionalText,
    starts_on: optionalDate,
    ends_on: optionalDate,
    aim_lv: optionalText,
    aim_en: optionalText,
    progress_lv: optionalText,
    progress_en: optionalText,
    ...cited,
  }),
  programmeDirections: sheet('programme-directions.csv', ['programme', 'direction'], {
    programme: text,
    direction: text,
    link: oneOf(['yes', 'no', 'unknown']),
    ...cited,
  }),
  externalFactors: sheet('external-factors.csv', ['code'], {
    ...titled,
    effect_lv: optionalText,
    effect_en: optionalText,
    ...cited,
  }),
  recommendations: sheet('recommendations.csv', ['code'], { ...titled, ...cited }),
  claims: sheet('claims.csv', ['key'], {
    key: text,
    kind: oneOf(['trend', 'count', 'sum', 'order']),
    text_lv: text,
    text_en: text,
    subjects: list,
    filter: pairs,
    total: optionalText,
    direction: optionalOneOf(['up', 'down', 'same', 'before', 'after']),
    from_period: optionalText,
    to_period: optionalPeriod,
    value: optionalDecimal,
    share: optionalDecimal,
    date: optionalDate,
    ...cited,
  }),
}

type StrategySheets = typeof strategySheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends StrategySheets {}
}
export type StrategyRows = RowsOf<typeof strategySheets>
