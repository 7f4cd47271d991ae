import { useSpeech } from '#platform/i18n.tsx'
import type { InstitutionType } from '../institution.ts'
import { INSTITUTION_PARAMETERS, type InstitutionFilter } from '../institution-filter.ts'

type Props = {
  /** The page, without a query. */
  address: string
  filter: InstitutionFilter
  /** Those that can be chosen; none where the page does not ask. */
  types?: readonly InstitutionType[]
  /** The day asked for, which is kept. */
  on?: string | undefined
}

/** Looks for institutions by name and type. A plain form, so that the address holds what is asked. */
export function InstitutionFilters({ address, filter, types = [], on }: Props) {
  const { text, local } = useSpeech()
  return (
    <form className="filters" action={address}>
      {on === undefined ? null : <input type="hidden" name="on" value={on} />}
      <label>
        {text('registry.filter.name')}
        <input type="search" name={INSTITUTION_PARAMETERS.words} defaultValue={filter.words} />
      </label>
      {types.length > 1 ? (
        <label>
          {text('registry.institution.type')}
          <select name={INSTITUTION_PARAMETERS.type} defaultValue={filter.type ?? ''}>
            <option value="">{text('registry.filter.all')}</option>
            {types.map(({ code, name }) => (
              <option key={code} value={code}>
                {local(name)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="submit">{text('registry.filter.find')}</button>
      {filter.words !== undefined || filter.type !== undefined ? (
        <a className="clear" href={on === undefined ? address : `${address}?on=${on}`}>
          {text('platform.filter.clear')}
        </a>
      ) : null}
    </form>
  )
}
