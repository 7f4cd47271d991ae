import { useSpeech } from '#platform/i18n.tsx'
import type { ApiExample } from '../api-examples.ts'

/** How to read the same table with the tools that people use. */
export function ApiExampleList({ examples }: { examples: readonly ApiExample[] }) {
  const { text } = useSpeech()
  return examples.map(({ tool, code }) => (
    <details key={tool} className="fold">
      <summary>
        <h3 id={`api-${tool}`}>{text(`portal.open.tool.${tool}`)}</h3>
      </summary>
      <p>{text(`portal.open.tool.${tool}.how`)}</p>
      <pre>
        <code>{code}</code>
      </pre>
    </details>
  ))
}
