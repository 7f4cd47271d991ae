import type { EditedTable } from '#platform/editing/edited-tables.ts'
import type { TextKey } from '#platform/texts/text.ts'
import type { Content } from '#platform/write/stored.ts'
import { settleAsked } from '../accountability/asked.server.ts'
import { DEGREES, FUNDS, MILESTONE_KINDS, RISK_STATES, WORKS_STATES } from '../accountability/model.ts'
import { EVIDENCE_KINDS, WORKS_KINDS } from '../evidence.ts'
import { settleEvidenceFiles } from '../evidence-files.server.ts'
import { IMPLEMENTATION_STATUSES, STRATEGY_VERSIONS } from '../model.ts'
import { actionAddress, type StrategyPart, strategyAddress } from '../subjects.ts'
import { labelsOf } from '../versions/plan-fields.ts'

const PLAN = 'plan' as const
const cited = { locator: 'strategy.edit.locator' } as const
const titled = {
  position: 'strategy.edit.position',
  title_lv: 'strategy.edit.titleLv',
  title_en: 'strategy.edit.titleEn',
} as const
const official = {
  official_lv: 'strategy.edit.officialLv',
  official_en: 'strategy.edit.officialEn',
} as const
const continuing = { continues: 'strategy.versions.continues' } as const

const chosen =
  <Value extends string>(values: readonly Value[], keyOf: (value: Value) => TextKey) =>
  (value: string): TextKey | undefined => {
    const known = values.find((one) => one === value)
    return known && keyOf(known)
  }

const ofAction = ({ action }: Content) => actionAddress(String(action))
const ofPart = (part: StrategyPart, column: string) => (row: Content) =>
  strategyAddress({ part, code: String(row[column]) })

const listed = (
  name: TextKey,
  labels: EditedTable['labels'] = {},
  page: EditedTable['page'] = () => strategyAddress({}),
  settle?: EditedTable['settle'],
): EditedTable => ({
  ...(settle ? { settle } : {}),
  key: ['strategy_id', 'code'],
  stream: PLAN,
  name,
  page,
  labels: { ...titled, ...labels, ...cited },
})

/** Rows that hang on an action. */
const attached = (
  name: TextKey,
  labels: EditedTable['labels'],
  words: NonNullable<EditedTable['words']> = {},
): EditedTable => ({
  key: ['strategy_id', 'action', 'code'],
  stream: PLAN,
  name,
  page: ofAction,
  settle: settleAsked,
  labels: { ...labels, ...cited },
  words,
})
const named = {
  title_lv: 'strategy.attached.titleLv',
  title_en: 'strategy.attached.titleEn',
} as const
const ACTION: TextKey = 'strategy.action'
const ends = {
  goal: 'strategy.edit.goal',
  direction: 'strategy.edit.direction',
  action: ACTION,
} as const

/** What the history says of a plan's rows. */
export const editedStrategyTables: Readonly<Record<string, EditedTable>> = {
  'strategy.strategy': {
    key: ['key'],
    hasId: true,
    stream: PLAN,
    name: 'strategy.edit.row.strategy',
    page: () => strategyAddress({}),
    labels: {
      title_lv: 'strategy.edit.titleLv',
      title_en: 'strategy.edit.titleEn',
      version: 'strategy.version',
      starts_on: 'strategy.edit.startsOn',
      ends_on: 'strategy.edit.endsOn',
      decision_number: 'strategy.edit.decisionNumber',
      decision_minutes: 'strategy.edit.decisionMinutes',
      decided_on: 'strategy.decidedOn',
      vision_official_lv: 'strategy.edit.visionOfficialLv',
      vision_official_en: 'strategy.edit.visionOfficialEn',
      vision_lv: 'strategy.edit.visionLv',
      vision_en: 'strategy.edit.visionEn',
      mission_official_lv: 'strategy.edit.missionOfficialLv',
      mission_official_en: 'strategy.edit.missionOfficialEn',
      mission_lv: 'strategy.edit.missionLv',
      mission_en: 'strategy.edit.missionEn',
      ...cited,
    },
    words: { version: chosen(STRATEGY_VERSIONS, (one) => `strategy.version.${one}`) },
  },
  'strategy.goal': listed(
    'strategy.edit.row.goal',
    { ...labelsOf('goal'), ...continuing },
    ofPart('goal', 'code'),
  ),
  'strategy.direction': listed(
    'strategy.edit.row.direction',
    { ...labelsOf('direction'), goal: 'strategy.edit.goal', ...continuing },
    ofPart('goal', 'goal'),
  ),
  'strategy.action': listed(
    'strategy.edit.row.action',
    {
      ...labelsOf('action'),
      ended_on: 'strategy.versions.endedOn',
      end_reason_lv: 'strategy.versions.endReasonLv',
      end_reason_en: 'strategy.versions.endReasonEn',
      merged_into: 'strategy.versions.mergedInto',
      ...continuing,
    },
    ({ code }) => actionAddress(String(code)),
    settleAsked,
  ),
  'strategy.action_status': {
    key: ['strategy_id', 'action', 'as_of'],
    stream: PLAN,
    name: 'strategy.edit.row.status',
    page: ofAction,
    labels: {
      status: 'strategy.status',
      comment_lv: 'strategy.edit.commentLv',
      comment_en: 'strategy.edit.commentEn',
      decided_on: 'strategy.edit.decidedOn',
      decided_by_lv: 'strategy.edit.decidedByLv',
      decided_by_en: 'strategy.edit.decidedByEn',
      voices: 'strategy.edit.voices',
      evidence_lv: 'strategy.edit.evidenceLv',
      evidence_en: 'strategy.edit.evidenceEn',
      ...cited,
    },
    words: { status: chosen(IMPLEMENTATION_STATUSES, (one) => `strategy.status.${one}`) },
  },
  'strategy.action_evidence': {
    key: ['strategy_id', 'action', 'code'],
    stream: PLAN,
    name: 'strategy.edit.row.evidence',
    settle: settleEvidenceFiles,
    page: ofAction,
    labels: {
      kind: 'strategy.edit.evidence.kind',
      title_lv: 'strategy.edit.evidence.titleLv',
      title_en: 'strategy.edit.evidence.titleEn',
      url: 'strategy.edit.evidence.url',
      file_id: 'strategy.edit.evidence.file',
      institution: 'strategy.edit.evidence.institution',
      works: 'strategy.edit.evidence.works',
      done_on: 'strategy.edit.evidence.doneOn',
      as_of: 'strategy.edit.evidence.asOf',
      ...cited,
    },
    words: {
      kind: chosen(EVIDENCE_KINDS, (one) => `strategy.evidence.kind.${one}`),
      works: chosen(WORKS_KINDS, (one) => `strategy.evidence.works.${one}`),
    },
  },
  'strategy.value': listed('strategy.edit.row.value', {
    meaning_lv: 'strategy.edit.meaningLv',
    meaning_en: 'strategy.edit.meaningEn',
  }),
  'strategy.external_factor': listed('strategy.edit.row.factor', {
    effect_lv: 'strategy.edit.effectLv',
    effect_en: 'strategy.edit.effectEn',
  }),
  'strategy.recommendation': listed('strategy.edit.row.recommendation'),
  'strategy.quoted_figure': {
    key: ['strategy_id', 'figure'],
    stream: PLAN,
    name: 'strategy.edit.row.quoted',
    page: () => '/salidzinajums-ar-publiceto',
    labels: {
      position: 'strategy.edit.position',
      section_lv: 'strategy.edit.quoted.sectionLv',
      section_en: 'strategy.edit.quoted.sectionEn',
      what_lv: 'strategy.edit.quoted.whatLv',
      what_en: 'strategy.edit.quoted.whatEn',
      quoted: 'strategy.edit.quoted.quoted',
      why_lv: 'strategy.edit.quoted.whyLv',
      why_en: 'strategy.edit.quoted.whyEn',
      ...cited,
    },
  },
  'strategy.programme': listed(
    'strategy.edit.row.programme',
    {
      state: 'strategy.edit.programme.state',
      promised_by: 'strategy.edit.programme.promisedBy',
      starts_on: 'strategy.start',
      ends_on: 'strategy.edit.programme.endsOn',
      aim_lv: 'strategy.edit.aimLv',
      aim_en: 'strategy.edit.aimEn',
      progress_lv: 'strategy.edit.progressLv',
      progress_en: 'strategy.edit.progressEn',
    },
    ofPart('programme', 'code'),
  ),
  'strategy.programme_direction': {
    key: ['strategy_id', 'programme', 'direction'],
    stream: PLAN,
    name: 'strategy.edit.row.link',
    page: () => strategyAddress({ part: 'programmeLinks' }),
    labels: { link: 'strategy.edit.row.link', ...cited },
    words: { link: chosen(['yes', 'no', 'unknown'], (one) => `strategy.edit.link.${one}`) },
  },
  'strategy.goal_indicator': {
    key: ['strategy_id', 'indicator_id'],
    stream: PLAN,
    name: 'strategy.edit.row.measure',
    page: ofPart('goal', 'goal'),
    labels: { goal: 'strategy.edit.goal' },
  },
  'strategy.action_party': attached('strategy.edit.row.party', {
    name_lv: 'strategy.party.nameLv',
    name_en: 'strategy.party.nameEn',
    part_lv: 'strategy.party.partLv',
    part_en: 'strategy.party.partEn',
    institution: 'strategy.party.institution',
  }),
  'strategy.action_milestone': attached(
    'strategy.edit.row.milestone',
    {
      kind: 'strategy.milestone.kind',
      ...named,
      due_on: 'strategy.milestone.due',
      done_on: 'strategy.milestone.done',
    },
    { kind: chosen(MILESTONE_KINDS, (one) => `strategy.milestone.kind.${one}`) },
  ),
  'strategy.action_funding': attached(
    'strategy.edit.row.funding',
    {
      fund: 'strategy.funding.fund',
      ...named,
      year: 'strategy.funding.year',
      planned: 'strategy.funding.planned',
      spent: 'strategy.funding.spent',
    },
    { fund: chosen(FUNDS, (one) => `strategy.fund.${one}`) },
  ),
  'strategy.action_works': attached(
    'strategy.edit.row.works',
    {
      institution: 'strategy.works.where',
      works: 'strategy.edit.evidence.works',
      ...named,
      state: 'strategy.works.state',
      starts_on: 'strategy.start',
      ends_on: 'strategy.due',
      done_on: 'strategy.works.done',
    },
    {
      works: chosen(WORKS_KINDS, (one) => `strategy.evidence.works.${one}`),
      state: chosen(WORKS_STATES, (one) => `strategy.works.state.${one}`),
    },
  ),
  'strategy.risk': {
    ...listed('strategy.edit.row.risk', {
      likelihood: 'strategy.risk.likelihood',
      impact: 'strategy.risk.impact',
      state: 'strategy.risk.state',
      mitigation_lv: 'strategy.risk.mitigationLv',
      mitigation_en: 'strategy.risk.mitigationEn',
      responsible: 'strategy.risk.responsible',
      reviewed_on: 'strategy.risk.reviewed',
    }),
    words: {
      likelihood: chosen(DEGREES, (one) => `strategy.risk.degree.${one}`),
      impact: chosen(DEGREES, (one) => `strategy.risk.degree.${one}`),
      state: chosen(RISK_STATES, (one) => `strategy.risk.state.${one}`),
    },
  },
  'strategy.risk_link': listed('strategy.edit.row.riskLink', {
    risk: 'strategy.risk.title',
    factor: 'strategy.risk.factor',
    ...ends,
  }),
  'strategy.national_link': listed('strategy.edit.row.nationalLink', {
    plan: 'strategy.national.title',
    national_goal: 'strategy.national.goal',
    ...ends,
  }),
  'strategy.claim': {
    key: ['strategy_id', 'key'],
    stream: PLAN,
    name: 'strategy.edit.row.claim',
    labels: {
      text_lv: 'strategy.edit.claim.textLv',
      text_en: 'strategy.edit.claim.textEn',
      ...official,
      subjects: 'strategy.edit.subjects',
      filter: 'strategy.edit.claim.filter',
      total: 'strategy.edit.claim.total',
      direction: 'strategy.edit.claim.direction',
      from_period: 'strategy.edit.claim.from',
      to_period: 'strategy.edit.claim.to',
      value: 'strategy.edit.claim.value',
      share: 'strategy.edit.claim.share',
      date: 'strategy.edit.claim.date',
      related_lv: 'strategy.edit.claim.relatedLv',
      related_en: 'strategy.edit.claim.relatedEn',
      ...cited,
    },
  },
}
