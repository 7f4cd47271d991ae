import type { ParameterFacts } from '#platform/api/describe-parameters.ts'
import type { Text, TextKey } from '#platform/texts/text.ts'
import lv from './texts/lv.json' with { type: 'json' }

/** What a parameter chooses, in the language of the page; one that has no words there, as the API describes it. */
export function parameterWords(text: Text, { name, description }: ParameterFacts): string {
  const key = `portal.open.parameter.of.${name}`
  return key in lv ? text(key as TextKey) : description
}
