import type { CallElement, Check, DataCall } from '../model.ts'

/** A call as its table has it. */
export const callRow = (call: Omit<DataCall, 'version'>) => ({
  id: call.id,
  key: call.key,
  kind: call.kind,
  state: call.state,
  title_lv: call.title.lv,
  title_en: call.title.en,
  purpose_lv: call.purpose.lv,
  purpose_en: call.purpose.en,
  legal_basis_lv: call.legalBasis.lv,
  legal_basis_en: call.legalBasis.en,
  use_lv: call.use.lv,
  use_en: call.use.en,
  period: call.period,
  opens_at: call.opensAt,
  due_at: call.dueAt,
  locks_at: call.locksAt,
  audience: call.audience,
  responsible_id: call.responsibleId,
  deputy_id: call.deputyId,
  estimated_minutes: call.estimatedMinutes,
  template_id: call.templateId,
  withdrawn_reason: call.withdrawnReason ?? null,
})

/** An element of a call as its table has it. */
export function callElementRow(callId: string, element: CallElement) {
  const { elementId, position, section, isRequired, reuse, ...definition } = element
  return {
    call_id: callId,
    element_id: elementId,
    position,
    section_lv: section?.lv ?? null,
    section_en: section?.en ?? null,
    is_required: isRequired,
    reuse,
    definition,
  }
}

/** A check of a call as its table has it. */
export const checkRow = (callId: string, check: Check) => ({
  call_id: callId,
  key: check.key,
  position: check.position,
  expression: check.expression,
  severity: check.severity,
  message_lv: check.message.lv,
  message_en: check.message.en,
})

/** What tells rows of these tables apart. */
export const CALLS = { table: 'collection.data_call', key: ['key'], hasId: true } as const
export const CALL_ELEMENTS = { table: 'collection.call_element', key: ['call_id', 'element_id'] } as const
export const CALL_CHECKS = { table: 'collection.call_check', key: ['call_id', 'key'] } as const
export const SUBMISSIONS = {
  table: 'collection.submission',
  key: ['call_id', 'institution_id'],
  hasId: true,
} as const
