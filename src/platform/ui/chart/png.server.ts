import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'

const require = createRequire(import.meta.url)
const FACES = ['400Regular', '600SemiBold', '700Bold']
let hasFonts = false

/** The letters that ship: a machine without fonts draws the same. */
function readFonts() {
  if (hasFonts) return
  const fonts = dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
  for (const face of FACES)
    GlobalFonts.registerFromPath(join(fonts, face, `AtkinsonHyperlegibleNext_${face}.ttf`))
  hasFonts = true
}

/** A complete SVG of ours as a picture, so many dots for each of its units. */
export async function pngOf(svg: string, scale = 3): Promise<Uint8Array<ArrayBuffer>> {
  readFonts()
  const image = await loadImage(Buffer.from(svg))
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)]
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(image, 0, 0, width, height)
  return Uint8Array.from(await canvas.encode('png'))
}
