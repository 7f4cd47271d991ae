import type { Text } from '#platform/texts/text.ts'
import {
  type CountrySize,
  generateCountry,
  MOST_YEARS,
  TooFewMunicipalities,
} from '../generate-country.server.ts'
import type { Command, Options } from './command.ts'
import { WrongOption } from './read-options.ts'

const SIZE: CountrySize = { municipalities: 5, institutions: 30, pupils: 500, years: 10, seed: 1 }
const NAMES = Object.keys(SIZE) as (keyof CountrySize)[]

/** Fills municipalities with invented data, each page of which says so. */
export const generateCountryCommand: Command = {
  summary: 'app.cli.generateCountry',
  help: 'app.cli.generateCountry.help',
  operands: [],
  options: NAMES,
  async run(_, { text, language, tell, complain, withDatabase }, options) {
    const size = readSize(options, text)
    return withDatabase(async ({ db }) => {
      try {
        const { municipalities, rows, hasPersons } = await generateCountry(db, size, ({ name }, count) =>
          tell(text('app.cli.generateCountry.one', { name: name[language], count })),
        )
        const count = municipalities.length
        tell(text('app.cli.generateCountry.done', { count, rows }))
        if (!hasPersons) tell(text('app.cli.generateCountry.noPersons'))
        return 0
      } catch (error) {
        if (!(error instanceof TooFewMunicipalities)) throw error
        complain(text('app.cli.generateCountry.tooFew', { count: error.free, taken: error.taken.join(', ') }))
        return 1
      }
    })
  },
}

function readSize(options: Options, text: Text): CountrySize {
  const size = { ...SIZE }
  for (const name of NAMES) {
    const given = options[name]
    if (given === undefined) continue
    const number = /^\d{1,7}$/.test(given) ? Number(given) : Number.NaN
    const isPossible = number > 0 && (name !== 'years' || (number >= 2 && number <= MOST_YEARS))
    if (!isPossible)
      throw new WrongOption(text('app.cli.generateCountry.wrong', { name, found: given, most: MOST_YEARS }))
    size[name] = number
  }
  if (size.institutions < size.municipalities) size.institutions = size.municipalities
  return size
}
