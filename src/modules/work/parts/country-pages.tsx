import { useSpeech } from '#platform/i18n.tsx'
import type { WorkMenuEntry } from '#platform/module.ts'

type Props = { pages: readonly Pick<WorkMenuEntry, 'address' | 'label'>[] }

/** Leads whoever administers the whole country to its pages. */
export function CountryPages({ pages }: Props) {
  const { text, path } = useSpeech()
  if (pages.length === 0) return null
  return (
    <section aria-labelledby="country">
      <h2 id="country">{text('work.desk.country')}</h2>
      <ul className="links">
        {pages.map(({ address, label }) => (
          <li key={address}>
            <a href={path(`/darbs${address}`)}>{text(label)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
