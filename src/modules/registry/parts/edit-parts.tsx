import { useSpeech } from '#platform/i18n.tsx'
import { PART_NAMES, type PartName } from '../edits/part-names.ts'

type Item = { key: string; name: string }
type Props = {
  /** Of the public page. */
  address: string
  part: PartName
  items: Readonly<Record<'site' | 'programme', readonly Item[]>>
}

/** What of an institution can be edited, each on a page of its own. */
export function EditParts({ address, part, items }: Props) {
  const { text, path } = useSpeech()
  const at = (query: string) => path(`${address}/labot${query}`)
  return (
    <nav aria-label={text('registry.edit.parts')}>
      <ul className="links">
        {PART_NAMES.map((one) => (
          <li key={one}>
            <a
              href={at(one === 'facts' ? '' : `?dala=${one}`)}
              aria-current={one === part ? 'page' : undefined}
            >
              {text(`registry.edit.part.${one}`)}
            </a>
          </li>
        ))}
      </ul>
      {(part === 'site' || part === 'programme') && items[part].length > 0 ? (
        <ul className="links">
          {items[part].map(({ key, name }) => (
            <li key={key}>
              <a href={at(`?dala=${part}&kas=${key}`)}>{name}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </nav>
  )
}
