/** What to look for in a log: words as they are, or a regular expression; letter case does not matter. */
export interface FindTerm {
  readonly text: string
  readonly kind: 'text' | 'regex'
}

/** A pattern that finds lines, or a sentence on why there is none. */
export type Pattern = { readonly kind: 'pattern'; readonly pattern: RegExp } | { readonly kind: 'bad'; readonly why: string }

/** The pattern of a term, ready to be used on text of many lines. */
export function patternOf({ text, kind }: FindTerm): Pattern {
  try {
    return { kind: 'pattern', pattern: new RegExp(kind === 'text' ? text.replace(SPECIAL, '\\$&') : text, 'gim') }
  } catch (error) {
    return { kind: 'bad', why: whyBad(error instanceof Error ? error.message : '') }
  }
}

const SPECIAL = /[\\^$.*+?()[\]{}|]/g

const reasons: readonly (readonly [RegExp, string])[] = [
  [/unterminated group/i, 'An opening bracket ( has no closing one.'],
  [/unmatched '\)'/i, 'A closing bracket ) has no opening one.'],
  [/unterminated character class/i, 'An opening bracket [ has no closing one.'],
  [/nothing to repeat/i, 'There is nothing to repeat before * + or ?.'],
  [/quantifier.*out of order|out of order in \{\}/i, 'The first number in { } is larger than the second.'],
  [/range out of order/i, 'A range in [ ] runs backwards.'],
  [/\\ at end/i, 'A \\ at the end has nothing to stand for.'],
]

function whyBad(message: string): string {
  return reasons.find(([words]) => words.test(message))?.[1] ?? 'This is not a regular expression.'
}
