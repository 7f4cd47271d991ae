import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/rights/roles.ts'
import { may, type User } from '#platform/users.ts'
import { derivedGrants } from './derived-grants.ts'
import type { Assignment, AssignmentKind, Job, Post } from './model.ts'
import './module.server.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
const [SCHOOL, CLASS, PUPIL] = ['11', '21', '31'].map(
  (end) => `00000000-0000-7000-8000-0000000000${end}`,
) as [string, string, string]
const year = { validFrom: '2026-09-01', validTo: '2027-06-01' }
const here = { municipalityId: TOWN, institutionId: SCHOOL, groupId: CLASS, personId: PUPIL }

const holding = (posts: Post[], assignments: Assignment[] = []): User => ({
  id: 'somebody',
  kind: 'member',
  grants: derivedGrants(posts, assignments),
})
const charge = (kind: AssignmentKind, groupId: string | null, personId: string | null): Assignment => ({
  municipalityId: TOWN,
  kind,
  groupId,
  personId,
  ...year,
})

describe('rights that follow from work', () => {
  test('a class teacher sees the class until the last day of May, and no other class', () => {
    const teacher = holding([], [charge('leadsClass', CLASS, null)])
    expect(may(teacher, 'people.read', here, '2026-08-31')).toBe(false)
    expect(may(teacher, 'people.read', here, '2026-09-01')).toBe(true)
    expect(may(teacher, 'people.read', here, '2027-05-31')).toBe(true)
    expect(may(teacher, 'people.read', here, '2027-06-01')).toBe(false)
    expect(may(teacher, 'people.read', { ...here, groupId: 'another' }, '2026-10-01')).toBe(false)
    expect(may(teacher, 'people.edit', here, '2026-10-01')).toBe(false)
    expect(may(teacher, 'people.record.read', here, '2026-10-01')).toBe(true)
  })

  test('who only teaches at an institution opens nobody’s record', () => {
    const post: Post = { municipalityId: TOWN, institutionId: SCHOOL, job: 'teacher', ...year }
    const teacher = holding([post], [charge('teaches', CLASS, null)])
    expect(may(teacher, 'people.read', here, '2026-10-01')).toBe(true)
    expect(may(teacher, 'people.record.read', here, '2026-10-01')).toBe(false)
  })

  test('a head sees and keeps the whole institution, and no other', () => {
    const head = holding([{ municipalityId: TOWN, institutionId: SCHOOL, job: 'head', ...year }])
    expect(may(head, 'people.edit', here, '2026-10-01')).toBe(true)
    expect(may(head, 'people.edit', { ...here, institutionId: 'another' }, '2026-10-01')).toBe(false)
  })

  test('a guardian sees one child', () => {
    const guardian = holding([], [charge('guards', null, PUPIL)])
    expect(may(guardian, 'people.record.read', here, '2026-10-01')).toBe(true)
    expect(may(guardian, 'people.record.read', { ...here, personId: 'another' }, '2026-10-01')).toBe(false)
  })

  test('nobody holds a role over a scope in which it cannot be held', () => {
    const jobs: Job[] = ['head', 'coordinator', 'teacher', 'learningConsultant', 'supportSpecialist']
    const charges: AssignmentKind[] = ['leadsClass', 'teaches', 'supports', 'mentors', 'guards', 'isPupil']
    const posts = jobs.map((job): Post => ({ municipalityId: TOWN, institutionId: SCHOOL, job, ...year }))
    const assignments = charges.map((kind) =>
      kind === 'leadsClass' || kind === 'teaches' ? charge(kind, CLASS, null) : charge(kind, null, PUPIL),
    )
    const grants = derivedGrants(posts, assignments)
    expect(grants).toHaveLength(jobs.length + charges.length)
    const impossible = grants.filter(
      (grant) => 'role' in grant && !(ROLES[grant.role] as readonly string[]).includes(grant.scope.kind),
    )
    expect(impossible).toEqual([])
  })
})
