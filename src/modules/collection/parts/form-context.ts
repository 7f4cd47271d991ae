import { createContext, use } from 'react'
import type { Complaints } from '#platform/forms/form.ts'
import type { Reused } from '../calls/find-reused.server.ts'
import type { CheckOutcome } from '../checks/index.ts'
import type { HeldText } from '../form/draft.ts'
import type { DatedAnswer } from '../life/earlier.ts'
import type { Answers, Remark } from '../model.ts'

/** Everything that is shown in and beside the inputs of a form. */
export type ShownForm = {
  /** How addresses call the municipality, for files. */
  slug: string
  /** What stands in the inputs, by their names. */
  typed: Readonly<Record<string, string>>
  /** What is wrong, by names of inputs. */
  complaints: Complaints
  /** What somebody else has saved in inputs that come back with another text. */
  saved: Readonly<Record<string, string>>
  /** Texts that are held beside since somebody else had changed the input. */
  held: ReadonlyMap<string, HeldText>
  /** What could be read, with what is computed. */
  answers: Answers
  last: ReadonlyMap<string, DatedAnswer>
  reused: ReadonlyMap<string, Reused>
  remarks: readonly Remark[]
  /** Checks that do not hold. */
  failed: readonly CheckOutcome[]
  /** What accounts are called. */
  names: ReadonlyMap<string, string>
}

const FormContext = createContext<ShownForm | undefined>(undefined)
export const ShownFormProvider = FormContext.Provider

export function useShownForm(): ShownForm {
  const shown = use(FormContext)
  if (!shown) throw new Error('useShownForm: the field is not inside a form')
  return shown
}

/** Where an input is found on the page. */
export const idOfInput = (input: string) => `field-${input}`
