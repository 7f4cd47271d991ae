import { useSpeech } from '#platform/i18n.tsx'

type Props = { typed: string; filter: { kind?: string | undefined; place?: string | undefined } }

/** The field to type into; what the answers are narrowed to stays. */
export function SearchForm({ typed, filter }: Props) {
  const { text, path } = useSpeech()
  return (
    <search>
      <form className="filters" action={path('/meklet')}>
        <label>
          {text('search.field')}
          <input type="search" name="q" defaultValue={typed} maxLength={200} />
        </label>
        {filter.kind ? <input type="hidden" name="kind" value={filter.kind} /> : null}
        {filter.place ? <input type="hidden" name="place" value={filter.place} /> : null}
        <button type="submit">{text('search.submit')}</button>
      </form>
    </search>
  )
}
