import { FileField, LineField, LongField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { type Analysis, AnalysisEntry } from './analysis.ts'

export const analysisFields = fieldsOf(AnalysisEntry)

/** What an author writes of an analysis. */
export function AnalysisFields() {
  return (
    <>
      <LongField of={analysisFields.question} rows={2} />
      <LineField of={analysisFields.data_as_of} type="date" />
      <LongField of={analysisFields.steps} rows={6} />
      <LongField of={analysisFields.result} rows={6} />
      <LongField of={analysisFields.pages} rows={3} />
      <FileField of={analysisFields.file} />
    </>
  )
}

/** An analysis as it would be typed. */
export const asTypedAnalysis = ({ question, dataAsOf, steps, result, evidence }: Analysis) => ({
  question,
  data_as_of: dataAsOf,
  steps: steps.join('\n'),
  result: result ?? '',
  pages: evidence.flatMap((one) => (one.kind === 'page' ? one.address : [])).join('\n'),
})
