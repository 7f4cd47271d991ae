// Builds what is stale and ends with the build's exit code: the gate `build`.
import { build } from './bootstrap.mjs'

process.exitCode = build()
