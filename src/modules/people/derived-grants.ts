import type { RoleGrant } from '#platform/rights/grant-store.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import type { Assignment, AssignmentKind, Job, Post } from './model.ts'

/** Role that comes with a job, over the institution. */
export const ROLE_OF_JOB: Readonly<Record<Job, Role>> = {
  head: 'institutionHead',
  coordinator: 'institutionCoordinator',
  teacher: 'teacher',
  learningConsultant: 'learningConsultant',
  supportSpecialist: 'supportSpecialist',
}

/** Role that comes with a charge, over the group or the person. */
export const ROLE_OF_CHARGE: Readonly<Record<AssignmentKind, Role>> = {
  leadsClass: 'classTeacher',
  teaches: 'teacher',
  supports: 'supportSpecialist',
  mentors: 'mentor',
  guards: 'guardian',
  isPupil: 'pupil',
}

/**
 * Rights that follow from what somebody works as and is charged with: nobody gives them, and they end on the
 * day on which the work or the charge does.
 */
export function derivedGrants(posts: readonly Post[], assignments: readonly Assignment[]): RoleGrant[] {
  return [...posts.map(grantOfPost), ...assignments.flatMap(grantOfAssignment)]
}

function grantOfPost({ municipalityId, institutionId, job, validFrom, validTo }: Post): RoleGrant {
  const scope = { kind: 'institution', municipalityId, id: institutionId } as const
  return { role: ROLE_OF_JOB[job], scope, validFrom, validTo }
}

function grantOfAssignment({ municipalityId, kind, groupId, personId, validFrom, validTo }: Assignment) {
  const role = ROLE_OF_CHARGE[kind]
  const dates = { validFrom, validTo }
  const grants: RoleGrant[] = []
  if (groupId !== null) grants.push({ role, scope: { kind: 'group', municipalityId, id: groupId }, ...dates })
  if (personId !== null)
    grants.push({ role, scope: { kind: 'person', municipalityId, id: personId }, ...dates })
  return grants
}
