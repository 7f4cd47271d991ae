import { createElement, type ReactNode, use } from 'react'
import type { Islands } from './island-types.ts'
import { ServedPage } from './served-page.ts'

type Props<Name extends keyof Islands> = {
  name: Name
  /** What the script is told, and nothing more: what loaders read stays on the server. */
  told: Islands[Name]
  /** What is there without scripts too. */
  children: ReactNode
}

/**
 * A part of a page that a small script of its own improves where scripts run. It becomes the element
 * `x-<name>`, defined in `<module>/islands/<name>.island.ts`. Only personal pages may have one.
 */
export function Island<Name extends keyof Islands>({ name, told, children }: Props<Name>) {
  // A data block is never run; the sign that could end it early is written in another way.
  const json = JSON.stringify(told).replaceAll('<', '\\u003c')
  return createElement(
    `x-${name}`,
    null,
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without any `<`
    <script type="application/json" dangerouslySetInnerHTML={{ __html: json }} />,
    children,
    <script type="module" async src={use(ServedPage).islandFile(name)} />,
  )
}
