type Variables = Readonly<Record<string, string | undefined>>

// Innermost first: what stands between the braces holds no further reference.
const REFERENCE = /\$\$|\$\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*))?\}|\$([A-Za-z_]\w*)/g
const MOST_ROUNDS = 8

/** A text with its variables filled in as Compose does; what is unset becomes nothing. */
export function interpolate(text: string, variables: Variables): string {
  let filled = text
  for (let round = 0; round < MOST_ROUNDS && filled.includes('$'); round++) {
    const next = filled.replace(REFERENCE, (...[all, braced, sign = '', word = '', bare]: (string | undefined)[]) => {
      if (all === '$$') return DOLLAR
      return valueOf(variables[braced ?? bare ?? ''], sign, word)
    })
    if (next === filled) break
    filled = next
  }
  return filled.replaceAll(DOLLAR, '$')
}

/** The variables that a text insists on: Compose refuses the project without them. */
export function requiredIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\$)\$\{([A-Za-z_]\w*)(:?)\?/g)].map(([, name = '']) => name)
}

const DOLLAR = '\u0000'

function valueOf(value: string | undefined, sign: string, word: string): string {
  const missing = sign.startsWith(':') ? !value : value === undefined
  if (sign.endsWith('+')) return missing ? '' : word
  if (sign.endsWith('-')) return missing ? word : (value ?? '')
  return value ?? ''
}
