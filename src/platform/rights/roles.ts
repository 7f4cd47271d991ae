import type { Level } from './levels.ts'

/**
 * What a person is, and at which levels one can be that. Modules say which of their capabilities a role
 * holds, so that what a role may do is read where the capability is.
 */
export const ROLES = {
  /** Head of an education department. */
  educationHead: ['municipality'],
  /** Specialist of an education department. */
  educationSpecialist: ['municipality'],
  dataAnalyst: ['municipality'],
  institutionHead: ['institution'],
  /** Gathers and hands over an institution's data. */
  institutionCoordinator: ['institution'],
  /** Of an institution's directory and of the groups taught. */
  teacher: ['institution', 'group'],
  /** Of the class that one leads, records of its pupils included. */
  classTeacher: ['group'],
  learningConsultant: ['municipality', 'institution', 'group', 'person'],
  supportSpecialist: ['municipality', 'institution', 'group', 'person'],
  mentor: ['institution', 'person'],
  pupil: ['person'],
  /** Parent or other lawful representative. */
  guardian: ['person'],
  councilMember: ['municipality'],
  /** Ministry and its agencies, across municipalities. */
  ministryReader: ['country'],
  researcher: ['country', 'municipality'],
  /** Gives others their grants and keeps the registers. */
  administrator: ['country', 'municipality'],
} as const satisfies Record<string, readonly Level[]>

export type Role = keyof typeof ROLES

/** Who reads a municipality's figures, documents and institutions that are not public. */
export const READERS_OF_FIGURES = [
  'educationHead',
  'educationSpecialist',
  'dataAnalyst',
  'institutionHead',
  'institutionCoordinator',
  'councilMember',
  'ministryReader',
  'researcher',
] as const satisfies readonly Role[]

/** Who enters and mends them. */
export const EDITORS_OF_FIGURES = [
  'educationHead',
  'educationSpecialist',
  'dataAnalyst',
] as const satisfies readonly Role[]
