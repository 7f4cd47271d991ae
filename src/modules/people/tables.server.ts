import type { InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type { AssignmentKind, GroupKind, Job, PersonKind } from './model.ts'

type InTime = { valid_from: string; valid_to: string | null }
/** Where somebody belongs now; rewritten when they move. */
type Placed = { institution_id: string | null; group_id: string | null }

export interface PeopleTables {
  'people.person': InnerChangingRow &
    Placed & { person_id: string; kind: PersonKind; pseudonym: string; account_id: string | null }
  'people.learner_group': InnerChangingRow &
    InTime & { group_id: string; institution_id: string; kind: GroupKind; name: string; grade: number | null }
  'people.enrolment': InnerChangingRow &
    InTime & { person_id: string; group_id: string; institution_id: string }
  'people.post': InnerChangingRow &
    InTime & { id: string; person_id: string; account_id: string | null; institution_id: string; job: Job }
  'people.move': InnerChangingRow & {
    id: string
    person_id: string
    institution_id: string
    group_id: string | null
    valid_from: string
    settled_on: string | null
  }
  'people.assignment': InnerChangingRow &
    InTime & {
      id: string
      holder_id: string
      account_id: string | null
      kind: AssignmentKind
      institution_id: string
      group_id: string | null
      person_id: string | null
    }
  'identity.name': InnerChangingRow & Placed & { person_id: string; given_name: string; family_name: string }
  'identity.record': InnerChangingRow & {
    person_id: string
    institution_id: string
    group_id: string | null
    national_id: string | null
    contact: string | null
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends PeopleTables {}
}
