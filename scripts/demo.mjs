import { runDemo } from './demo/demo.mjs'
import { runMain } from './lib/endings.mjs'

await runMain(runDemo)
