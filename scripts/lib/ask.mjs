import { createInterface } from 'node:readline/promises'

/** Asks a yes-or-no question whose default is yes; without a terminal the answer is yes. */
export async function askYes(question) {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [Y/n] `)
  terminal.close()
  return meansYes(answer)
}

/** Whether a typed answer agrees: an empty one takes the default, which is yes. */
export function meansYes(answer) {
  return /^(|y|yes)$/i.test(answer.trim())
}
