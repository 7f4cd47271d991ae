import { type AboutInstitution, peopleOfType } from '#modules/registry'
import { groupAnchor } from './anchors.ts'
import { findAskedGroups } from './searched-store.server.ts'
import { findSurveys } from './store.server.ts'
import { surveyAddress } from './subjects.ts'

/**
 * Groups that people of institutions of the same type belong to, by what the groups are called. Which institution
 * somebody is of is not asked, so none of it is about one institution.
 */
export const aboutInstitution: AboutInstitution = {
  find: async (tx, { municipalityId, type, speech: { local, say } }) => {
    const surveys = await findSurveys(tx, municipalityId)
    const groups = await findAskedGroups(tx, municipalityId)
    return [
      {
        title: 'surveys.aboutInstitution',
        scope: 'surveys.aboutInstitution.scope',
        links: surveys.flatMap(({ id, key, title, period }) =>
          groups
            .filter((group) => group.survey_id === id && peopleOfType(group.label_lv, type))
            .map(({ code, label_lv: lv, label_en: en }) => ({
              address: `${surveyAddress(key)}#${groupAnchor(code)}`,
              name: `${local({ lv, en })} · ${local(title)}`,
              note: period === null ? null : say.period(period, 'short'),
            })),
        ),
        absent: 'surveys.aboutInstitution.absent',
      },
    ]
  },
}
