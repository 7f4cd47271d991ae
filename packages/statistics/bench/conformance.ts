// Prints the conformance table for the README: npm run conformance -w packages/statistics
import { conformance } from '../src/conformance/conformance.ts'
import { renderConformance } from '../src/conformance/conformance-row.ts'

console.log(renderConformance(conformance))
