/** What a fault in the panel itself means for a person, and what can be done: the first button starts the panel anew. */
export function ownFaultWords(message: string, file: string) {
  return {
    title: 'Something in this panel went wrong',
    sentence: `Facecraft itself runs in Docker and goes on, with all photos. If the panel behaves oddly, start it again.\n\nWhat happened is in ${file}:\n${message}`,
    buttons: ['Start the panel again', 'Go on'],
  } as const
}
