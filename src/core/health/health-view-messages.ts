/** How bad a message of the app is. */
export type MessageLevel = 'error' | 'warning' | 'info'

/** One line of the app's own messages. */
export interface AppMessage {
  readonly text: string
  readonly level: MessageLevel
}

const ERROR = /\b(error|critical|fatal|exception|traceback)\b/i
const WARNING = /\bwarn(ing)?\b/i
const INFO = /\b(info|debug|notice)\b/i

/** Reads the level of each line; a line that names none and is indented belongs to the one before. */
export function readMessages(lines: readonly string[]): readonly AppMessage[] {
  const messages: AppMessage[] = []
  for (const text of lines) {
    const before = messages.at(-1)
    messages.push({ text, level: /^\s/.test(text) && before ? before.level : levelOf(text) })
  }
  return messages
}

/** The messages at least as bad as a level. */
export function atLeast(messages: readonly AppMessage[], level: MessageLevel): readonly AppMessage[] {
  const rank = { info: 0, warning: 1, error: 2 } as const
  return messages.filter((message) => rank[message.level] >= rank[level])
}

// The level stands near the beginning; a word further on is only talk.
function levelOf(text: string): MessageLevel {
  const beginning = text.slice(0, 60)
  if (INFO.test(beginning)) return 'info'
  if (ERROR.test(beginning)) return 'error'
  return WARNING.test(beginning) ? 'warning' : 'info'
}
