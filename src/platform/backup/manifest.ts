import { z } from 'zod'

/** The form of the file; raised when an older program could not read it. */
export const FORMAT = 1
/** The last entry of a backup. A file that was cut has none. */
export const MANIFEST = 'manifest.json'

const Part = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })

/** What a backup says of itself: enough to refuse it before anything is touched, and to prove that all came back. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** Version of the program, and the engine the data come from: for people; any engine takes them. */
  program: z.string(),
  engine: z.enum(['pglite', 'postgres']),
  /** The instant as of which everything is in it. */
  at: z.iso.datetime(),
  /** In the order in which they were run. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), parts: z.array(Part) }),
  ),
  /** Tables whose rows are left out, such as sessions. */
  leftOut: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  files: z.array(Part),
  /** The journal's heads, as `audit verify` prints them. */
  heads: z.array(z.object({ municipality: z.string(), stream: z.string(), head: z.string() })),
  /** Tells whether a secret is the one that the data were encrypted under; null where there was none. */
  secretMark: z.string().nullable(),
})
export type Manifest = z.infer<typeof Manifest>
export type Part = z.infer<typeof Part>

/** Every part of a backup besides the manifest, in the order in which they stand in the file. */
export const partsOf = ({ tables, files }: Manifest): Part[] => [
  ...tables.flatMap(({ parts }) => parts),
  ...files,
]
