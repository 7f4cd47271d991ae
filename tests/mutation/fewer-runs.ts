import { configureGlobal } from 'fast-check'

// Code made for mutation is many times slower; properties that name no number of runs try fewer inputs.
configureGlobal({ numRuns: 15 })
