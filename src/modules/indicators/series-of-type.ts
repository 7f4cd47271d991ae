import type { AskedInstitution } from '#modules/registry'

/** Values by which series are broken down that mean institutions of a type. */
type Meant = { institutionType?: string; institutionKind?: string; stage?: readonly string[] }

const TYPES: Readonly<Record<string, Meant>> = {
  preschool: { institutionType: 'preschool', institutionKind: 'preschool', stage: ['preschool'] },
  primarySchool: { institutionType: 'school', institutionKind: 'primary', stage: ['primary'] },
  basicSchool: { institutionType: 'school', institutionKind: 'basic', stage: ['primary', 'basic'] },
  secondarySchool: { institutionType: 'school', institutionKind: 'secondary', stage: ['secondary'] },
  stateGymnasium: { institutionType: 'school', institutionKind: 'stateGymnasium', stage: ['secondary'] },
  specialSchool: { institutionType: 'school', institutionKind: 'special' },
  developmentCentre: { institutionType: 'school', institutionKind: 'developmentCentre' },
}

/** Whether a series is about all institutions of the type or stage of one, by what it is broken down by. */
export function isOfType(
  {
    breakdown,
    institution_id,
  }: { breakdown: Readonly<Record<string, string>>; institution_id: string | null },
  { type, stages }: Pick<AskedInstitution, 'type' | 'stages'>,
): boolean {
  if (institution_id !== null || type === null) return false
  const { institutionType, institutionKind, stage = [] } = TYPES[type] ?? {}
  const taught: readonly string[] = stages.length > 0 ? stages : stage
  const { institutionType: ofType, institutionKind: ofKind, stage: ofStage } = breakdown
  return (
    (ofType !== undefined && ofType === institutionType) ||
    (ofKind !== undefined && ofKind === institutionKind) ||
    (ofStage !== undefined && taught.includes(ofStage))
  )
}
