import {
  code,
  date,
  oneOf,
  optionalDate,
  optionalText,
  optionalWhole,
  slug,
  text,
} from '#platform/import/columns.ts'
import { optionalReference, reference } from '#platform/import/references.ts'
import { type RowsOf, sheet } from '#platform/import/sheet.ts'
import { GROUP_KINDS, JOBS, PERSON_KINDS } from './model.ts'

/**
 * The files of an institution's people. What a person or a group is called in them is for references only: those who
 * are known already are named by their ids, others are recognised by their personal code or by the same name in the
 * next file.
 */
export const peopleSheets = {
  groups: sheet('groups.csv', ['institution', 'group'], {
    institution: slug,
    group: code,
    kind: oneOf(GROUP_KINDS),
    name: text,
    grade: optionalWhole,
    valid_from: date,
    valid_to: optionalDate,
  }),
  persons: sheet('persons.csv', ['institution', 'person'], {
    institution: slug,
    person: code,
    kind: oneOf(PERSON_KINDS),
    given_name: text,
    family_name: text,
    group: optionalReference('groups', { within: ['institution'] }),
    national_id: optionalText,
  }),
  posts: sheet('posts.csv', ['institution', 'person', 'job', 'valid_from'], {
    institution: slug,
    person: reference('persons', { within: ['institution'] }),
    job: oneOf(JOBS),
    valid_from: date,
    valid_to: optionalDate,
  }),
}

export type PeopleRows = RowsOf<typeof peopleSheets>
