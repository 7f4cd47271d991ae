import type { ChangingRow, Generated, InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type {
  AnalysisState,
  Audience,
  CallKind,
  CallState,
  DecisionKind,
  ElementKind,
  Evidence,
  MissingAnswer,
  Option,
  Remark,
  Reuse,
  Severity,
  TableColumn,
} from './model.ts'

/** What an institution has written and nobody changes any more. */
type OfInstitution = { municipality_id: string; institution_id: string }
type Written = OfInstitution & { change_id: string }
type Way = 'form' | 'workbook' | 'offline' | 'invented'

export interface CollectionTables {
  'collection.element': ChangingRow & {
    id: string
    key: string
    name_lv: string
    name_en: string
    help_lv: string | null
    help_en: string | null
    kind: ElementKind
    unit: string | null
    choices: Option[]
    rows: Option[]
    columns: TableColumn[]
    computed: string | null
    is_minimum: boolean
    reason_lv: string | null
    reason_en: string | null
    is_about_people: boolean
    register: string | null
  }
  'collection.template': ChangingRow & {
    id: string
    key: string
    kind: CallKind
    asks: 'institutions' | 'municipality'
    definition: unknown
    closes_at: Date | null
  }
  'collection.data_call': ChangingRow & {
    id: string
    key: string
    kind: CallKind
    state: CallState
    title_lv: string
    title_en: string
    purpose_lv: string
    purpose_en: string
    legal_basis_lv: string
    legal_basis_en: string
    use_lv: string
    use_en: string
    period: string
    opens_at: Date
    due_at: Date
    locks_at: Date
    audience: Audience
    responsible_id: string | null
    deputy_id: string | null
    estimated_minutes: number
    template_id: string | null
    withdrawn_reason?: string | null | undefined
  }
  'collection.call_element': ChangingRow & {
    call_id: string
    element_id: string
    position: number
    section_lv: string | null
    section_en: string | null
    is_required: boolean
    reuse: Reuse | null
    /** The element as it was when the call took it over, without what stands in columns here. */
    definition: unknown
  }
  'collection.call_check': ChangingRow & {
    call_id: string
    key: string
    position: number
    expression: string
    severity: Severity
    message_lv: string
    message_en: string
  }
  'collection.submission': InnerChangingRow & {
    id: string
    call_id: string
    institution_id: string
    asked_on: string
    extended_to: Date | null
    excused_reason: string | null
  }
  'collection.edit': OfInstitution & {
    submission_id: string
    id: string
    number: number
    client: string
    seq: number
    base: number
    fields: Record<string, string>
    held: Record<string, string>
    account_id: string
    at: Generated<Date>
  }
  'collection.handing_in': Written & {
    submission_id: string
    version: number
    author: string
    at: Generated<Date>
    once: string
    way: Way
    minutes: number | null
    answered: number
    missing: number
    soft: number
  }
  'collection.submission_value': Written & {
    submission_id: string
    version: number
    field: string
    element_id: string
    kind: Exclude<ElementKind, 'table'>
    number: number | null
    numerator: number | null
    denominator: number | null
    day: string | null
    choice: string | null
    content: string | null
    missing: MissingAnswer | null
    reason: string | null
  }
  'collection.check_result': Written & {
    submission_id: string
    version: number
    check_key: string
    outcome: 'failed' | 'notTold'
    told: Record<string, string | number>
    comment: string | null
  }
  'collection.decision': Written & {
    submission_id: string
    number: number
    version: number
    author: string
    kind: DecisionKind
    decided_by: string
    at: Generated<Date>
    reason: string | null
    remarks: Remark[]
    is_correction: boolean
  }
  'collection.attempt': OfInstitution & {
    submission_id: string
    id: string
    way: Exclude<Way, 'invented'>
    hard: number
    soft: number
    unreadable: number
    account_id: string
    at: Generated<Date>
  }
  'collection.reply': OfInstitution & {
    submission_id: string
    id: string
    kind: 'inTime' | 'later' | 'notOurs' | 'givenOn'
    until: string | null
    words: string | null
    account_id: string
    at: Generated<Date>
  }
  'collection.formula': ChangingRow & {
    id: string
    indicator_id: string
    breakdown: Record<string, string>
    level: 'institution' | 'municipality'
    numerator: string
    denominator: string | null
  }
  'collection.lineage': Written & {
    series_id: string
    period: string
    observation_revision: number
    submission_id: string
    version: number
    formula_id: string
  }
  'collection.call_total': InnerChangingRow & {
    call_id: string
    field: string
    template_id: string | null
    kind: 'count' | 'money' | 'share' | 'choice'
    choice: string
    total: number
    denominator: number | null
    accepted: number
    asked: number
    is_about_people: boolean
  }
  'collection.peer_summary': InnerChangingRow & {
    call_id: string
    field: string
    institution_type: string
    peers: number
    lower_quartile: number
    median: number
    upper_quartile: number
    deviation: number
  }
  'collection.burden': InnerChangingRow & {
    call_id: string
    institution_id: string
    year: number
    planned_minutes: number
    actual_minutes: number | null
  }
  'collection.poll_answer': InnerChangingRow & {
    template_id: string
    choice: string
    words: string | null
    author: string
  }
  'collection.poll_result': InnerChangingRow & {
    poll_id: string
    choice: string
    answers: number
    answered: number
    asked: number
    closed_at: Date
  }
  'collection.campaign_result': InnerChangingRow & {
    call_id: string
    work: string
    done: number
    in_progress: number
    planned: number
    not_needed: number
    unsaid: number
    cost: number
    costed: number
    answered: number
    asked: number
    as_of: Date
  }
  'collection.analysis': InnerChangingRow & {
    id: string
    question: string
    data_as_of: string
    steps: string[]
    evidence: Evidence[]
    result: string | null
    state: AnalysisState
    author: string
    reviewer: string | null
    reviewed_at: Date | null
    review_note: string | null
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends CollectionTables {}
}
