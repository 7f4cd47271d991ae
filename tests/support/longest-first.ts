import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longer than half a minute on two processors, the longest first. */
const LONGEST = [
  'tests/journeys/links.test.ts',
  'tests/journeys/every-latvian-page.test.ts',
  'tests/journeys/every-english-page.test.ts',
  'tests/journeys/every-working-page.test.ts',
  'tests/journeys/first-start.test.ts',
  'tests/journeys/strategys-year.test.ts',
  'tests/secret-walk.db.test.ts',
  'tests/kill/embedded.test.ts',
  'tests/kill/on-postgres.test.ts',
  'tests/guides.test.ts',
  'tests/user-commands.test.ts',
  'tests/restore.db.test.ts',
  'tests/dev.test.ts',
]

const placeOf = ({ moduleId }: TestSpecification) => {
  const place = LONGEST.findIndex((file) => moduleId.endsWith(file))
  return place < 0 ? LONGEST.length : place
}

/** Begins with what takes longest, so that no worker waits for another at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
