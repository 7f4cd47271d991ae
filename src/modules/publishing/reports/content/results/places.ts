import { type Institution, type InstitutionType, institutionAddress, institutionOn } from '#modules/registry'
import type { Inline } from '#platform/reports/report.ts'
import { type OwnSeries, seriesByInstitution } from '../institution-figures.ts'
import type { Pen } from '../pen.ts'

/** An institution as it was on the day, with what was measured of it. */
export type Place = {
  institution: Institution
  name: string
  type: InstitutionType | null
  series: readonly OwnSeries[]
}

/** Institutions that were there on the day, by name; those before them belong to other reports. */
export function placesOf({ data, local, speech }: Pen): Place[] {
  const series = seriesByInstitution(data)
  const collator = new Intl.Collator(speech.language, { numeric: true })
  return data.network.institutions
    .flatMap((institution) => {
      const version = institutionOn(institution, data.on)
      if (!version) return []
      return [
        {
          institution,
          name: local(version.name),
          type: version.type,
          series: series.get(institution.key) ?? [],
        },
      ]
    })
    .toSorted((a, b) => collator.compare(a.name, b.name))
}

/** An institution by its name, with a link to its page. */
export const placeLink = ({ link, data }: Pen, { institution, name }: Place): Inline => [
  link(name, `/${data.municipality.slug}${institutionAddress(institution.key)}`),
]
