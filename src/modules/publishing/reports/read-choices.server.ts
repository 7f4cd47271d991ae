import { type Institution, institutionOn } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import { findStrategiesOf } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { THE_PUBLIC } from '#platform/users.ts'

/** Something that a report can be about. */
export type Choice = { value: string; label: LocalText }
export type Choices = {
  /** Plans by their public ids. */
  strategies: Choice[]
  /** Institutions that are there today, by their keys. */
  institutions: (Choice & { id: string })[]
}

/** What reports can be about: as everybody sees it, for that is how they are read. */
export const readChoices = (db: Database, municipalityId: string): Promise<Choices> =>
  readAs(db, THE_PUBLIC, async (tx) => ({
    strategies: (await findStrategiesOf(tx, municipalityId)).map(({ key, title }) => ({
      value: key,
      label: title,
    })),
    institutions: (await findInstitutions(tx, municipalityId)).flatMap(choiceOf),
  }))

function choiceOf(institution: Institution): (Choice & { id: string })[] {
  const today = institutionOn(institution, municipalDay())
  return today ? [{ value: institution.key, label: today.name, id: institution.id }] : []
}
