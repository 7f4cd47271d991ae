import type { SourceDocument } from '#modules/sources'
import { WhereToGet } from '#modules/sources/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { citationsOf } from '../citations.ts'
import type { SurveyTable } from '../model.ts'

type Props = { table: SurveyTable; documents: readonly SourceDocument[]; slug: string }

/** Documents that a survey's figures come from, and where in them each part stands. */
export function SurveySources({ table, documents, slug }: Props) {
  const { text, local, path } = useSpeech()
  const cited = citationsOf(table)
  if (cited.length === 0) return <p>{text('surveys.sources.nothing')}</p>
  return (
    <ul className="list">
      {cited.map(({ source, parts }) => {
        const document = documents.find(({ key }) => key === source)
        return (
          <li key={source ?? ''}>
            {document ? (
              <a href={path(`/${slug}/parskati#source-${document.key}`)}>{local(document.title)}</a>
            ) : (
              text('surveys.sources.unnamed')
            )}
            {document?.url && document.publisher ? (
              <small>
                {text('surveys.sources.publisher')}: <span lang="lv">{document.publisher}</span>
              </small>
            ) : null}
            {document ? (
              <small>
                <WhereToGet source={document} />
              </small>
            ) : null}
            {parts.map(({ part, locators }) => (
              <small key={part}>
                {text(`surveys.sources.${part}`)}: <span lang="lv">{locators.join('; ')}</span>
              </small>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
