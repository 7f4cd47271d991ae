import type { Institution, InstitutionVersion, Network, Succession, Validity } from './institution.ts'

/** Whether a stretch of time holds a day (`YYYY-MM-DD`). A beginning that nobody states lies before every day. */
export const holdsOn = ({ validFrom, validTo }: Validity, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day < validTo)

/** Who an institution was on a day; undefined when it did not exist. */
export const institutionOn = (
  { versions }: Pick<Institution, 'versions'>,
  day: string,
): InstitutionVersion | undefined => versions.find((version) => holdsOn(version, day))

/**
 * Who an institution was on a day, or else the nearest that is known of it: as it last was before that day, or as
 * it began. Without a day as it last was.
 */
export function institutionNear(
  { versions }: Pick<Institution, 'versions'>,
  day: string | null,
): InstitutionVersion {
  const begun = versions.filter(({ validFrom }) => day === null || validFrom === null || validFrom <= day)
  const nearest = begun.at(-1) ?? versions[0]
  if (!nearest) throw new RangeError('institutionNear: an institution without versions')
  return nearest
}

/** From its first day to the day on which it was no longer; null where that is not stated. */
export const spanOf = ({ versions }: Pick<Institution, 'versions'>): Validity => ({
  validFrom: versions[0]?.validFrom ?? null,
  validTo: versions.at(-1)?.validTo ?? null,
})

/** Whether an institution was there on a day; `notSaid` where the sources leave it open. */
export type Presence = 'there' | 'absent' | 'notSaid'

/**
 * Whether an institution was there on a day. Where its beginning is not stated it counts as there before, and
 * where its end is not stated as there after, unless another stood in its place on a day that is not stated
 * either: then nobody can tell.
 */
export function presenceOn(
  institution: Pick<Institution, 'key' | 'versions'>,
  successions: readonly Succession[],
  day: string,
): Presence {
  const version = institutionOn(institution, day)
  if (!version) return 'absent'
  const isOpenBefore = version === institution.versions[0] && version.validFrom === null
  const isOpenAfter = version === institution.versions.at(-1) && version.validTo === null
  const isUndated = successions.some(
    (one) =>
      one.day === null &&
      ((isOpenBefore && one.to === institution.key && beginsAnother(one)) ||
        (isOpenAfter && one.from === institution.key && endsOne(one))),
  )
  return isUndated ? 'notSaid' : 'there'
}

/** Whether the institution before no longer exists: of one that was split, a part may go on under its name. */
export const endsOne = ({ kind }: Pick<Succession, 'kind'>) => kind !== 'splitInto'

/** Whether the institution after begins with it: another can be merged into one that was there before. */
export const beginsAnother = ({ kind }: Pick<Succession, 'kind'>) => kind !== 'mergedInto'

/** An institution as it was on the day asked for. */
export type Present = { institution: Institution; version: InstitutionVersion }

/** The institutions that were there on a day, and those of which nobody says whether they were, by Latvian name. */
export function institutionsOn({ institutions, successions }: Network, day: string) {
  const collator = new Intl.Collator('lv', { numeric: true })
  const on = (presence: Presence): Present[] =>
    institutions
      .filter((one) => presenceOn(one, successions, day) === presence)
      .map((institution) => ({ institution, version: institutionNear(institution, day) }))
      .sort((a, b) => collator.compare(a.version.name.lv, b.version.name.lv))
  return { there: on('there'), notSaid: on('notSaid'), absent: on('absent') }
}
