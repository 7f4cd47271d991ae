export type {
  AboutInstitution,
  AskedInstitution,
  InstitutionFigure,
} from './about-institution.ts'
export type { Disclosed, DisclosureRules } from './disclosure-rule.ts'
export * from './institution.ts'
export * from './institution-address.ts'
export * from './institution-on.ts'
export type { Municipality } from './model.ts'
export * from './succession.ts'
export { peopleOfType, writesOfType } from './type-words.ts'
export * from './working-day.ts'
