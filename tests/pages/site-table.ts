import { type BuiltRoute, PageTable } from './page-table.ts'

/** The pages that the built server answers with. */
export async function readPageTable(): Promise<PageTable> {
  const door = '../../build/server/site.js'
  const { pages } = (await import(door)) as { pages: { routes: Record<string, BuiltRoute | undefined> } }
  return new PageTable(pages.routes)
}
