import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { vi } from 'vitest'

/** The newest letter to an address that the site has put into its folder; waits until there is one. */
export async function letterTo(
  dataFolder: string,
  address: string,
  is: (letter: ParsedMail) => boolean = () => true,
): Promise<ParsedMail> {
  const folder = join(dataFolder, 'mail')
  return vi.waitFor(
    async () => {
      const files = globSync('*.eml', { cwd: folder })
      const letters = await Promise.all(
        files.map(async (file) => simpleParser(await readFile(join(folder, file)))),
      )
      const found = letters
        .filter((letter) => [letter.to].flat().some((to) => to?.text.includes(address)) && is(letter))
        .toSorted((a, b) => Number(b.date) - Number(a.date))[0]
      if (!found) throw new Error(`no letter to ${address} among ${files.length}`)
      return found
    },
    { timeout: 30_000, interval: 250 },
  )
}

/** The first address in the words of a letter. */
export const linkIn = ({ text = '' }: ParsedMail): string => /https?:\/\/\S+/.exec(text)?.[0] ?? ''
