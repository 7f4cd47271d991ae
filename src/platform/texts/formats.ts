/**
 * Formatters by language and options, each made once: making one takes a hundred times as long as using it.
 */
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>()

function keep<Format extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>(
  key: string,
  make: () => Format,
): Format {
  const known = kept.get(key)
  if (known) return known as Format
  const made = make()
  kept.set(key, made)
  return made
}

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  keep(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  keep(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))

export const pluralRules = (locale: string, options: Intl.PluralRulesOptions = {}) =>
  keep(`plural ${locale} ${JSON.stringify(options)}`, () => new Intl.PluralRules(locale, options))
