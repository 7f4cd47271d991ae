/** What was typed at one moment in one browser: only the inputs that changed, by their names. */
export type IncomingEdit = {
  /** Made where it was typed; sent twice, it is the same. */
  id: string
  /** One filling-in of the form in one browser. */
  client: string
  /** Its place among the edits of that browser, from 1. */
  seq: number
  /** Number of the newest edit that was seen when it was typed; 0 for none. */
  base: number
  fields: Readonly<Record<string, string>>
}

/** An edit as it was kept. */
export type Edit = IncomingEdit & {
  /** Its place among all edits of the submission, by arrival. */
  number: number
  /** Inputs that somebody else had changed meanwhile: kept, and not taken over. */
  held: Readonly<Record<string, string>>
  accountId: string
  at: Date
}

/** What stands in a form, and which edit put each thing there. */
export type Folded = {
  /** Texts by inputs; what is blank is not there. */
  typed: Readonly<Record<string, string>>
  /** Number of the newest edit; 0 without any. */
  number: number
  /** The edit by which each input stands as it does, blank ones too. */
  from: ReadonlyMap<string, Edit>
}

/**
 * What stands in a form after all edits. Of one browser the last typed counts, in whatever order its edits came;
 * of several people the last whose edit was taken over.
 */
export function foldEdits(edits: readonly Edit[]): Folded {
  const from = new Map<string, Edit>()
  for (const input of new Set(edits.flatMap(({ fields }) => Object.keys(fields)))) {
    const winner = winnerOf(edits, input)
    if (winner) from.set(input, winner)
  }
  const typed = Object.fromEntries(
    [...from].flatMap(([input, { fields }]) => (fields[input] === '' ? [] : [[input, fields[input] ?? '']])),
  )
  return { typed, number: Math.max(0, ...edits.map(({ number }) => number)), from }
}

/**
 * What of an edit is taken over, and what is held beside because somebody else has put something different there
 * that its writer had not seen. What the same browser has typed over since belongs to its history.
 */
export function mergeEdit(
  earlier: readonly Edit[],
  edit: IncomingEdit,
): { fields: Record<string, string>; held: Record<string, string> } {
  const fields: Record<string, string> = {}
  const held: Record<string, string> = {}
  for (const [input, text] of Object.entries(edit.fields)) {
    const isTypedOver = earlier.some(
      (one) => one.client === edit.client && one.seq > edit.seq && (input in one.fields || input in one.held),
    )
    const winner = isTypedOver ? undefined : winnerOf(earlier, input)
    const isUnseen =
      winner !== undefined &&
      winner.client !== edit.client &&
      winner.number > edit.base &&
      winner.fields[input] !== text
    ;(isUnseen ? held : fields)[input] = text
  }
  return { fields, held }
}

/** The edit by which an input stands as it does. */
function winnerOf(edits: readonly Edit[], input: string): Edit | undefined {
  const latest = new Map<string, Edit>()
  for (const edit of edits) {
    if (!(input in edit.fields)) continue
    const before = latest.get(edit.client)
    if (!before || edit.seq > before.seq) latest.set(edit.client, edit)
  }
  return [...latest.values()].reduce<Edit | undefined>(
    (winner, one) => (!winner || one.number > winner.number ? one : winner),
    undefined,
  )
}
