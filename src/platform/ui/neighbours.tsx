/** A page beside this one in the order of a list. */
export type Neighbour = { address: string; title: string }

type Props = {
  label: string
  previous: (Neighbour & { label: string }) | undefined
  next: (Neighbour & { label: string }) | undefined
}

/** The pages before and after this one. */
export function Neighbours({ label, previous, next }: Props) {
  return (
    <nav className="neighbours" aria-label={label}>
      {previous ? <Link {...previous} rel="prev" /> : <span />}
      {next ? <Link {...next} rel="next" /> : null}
    </nav>
  )
}

function Link({ address, title, label, rel }: Neighbour & { label: string; rel: string }) {
  return (
    <p>
      <span className="note">{label}</span>
      <a href={address} rel={rel}>
        {title}
      </a>
    </p>
  )
}
