import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

/** Bytes that a browser fetches once for the whole site: the look, and the two files of its typeface. */
export async function weighAssets() {
  const weights = { styles: 0, fonts: 0 }
  for (const name of await readdir('build/client/assets')) {
    const content = await readFile(`build/client/assets/${name}`)
    if (name.endsWith('.css')) weights.styles += gzipSync(content).length
    if (name.endsWith('.woff2')) weights.fonts += content.length
  }
  return weights
}
