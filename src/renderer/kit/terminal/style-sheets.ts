/**
 * Runs code that makes style elements, giving it elements that feed constructed style sheets instead: the content policy
 * forbids style elements, and xterm makes three for each terminal.
 */
export function withConstructedStyles<T>(run: () => T): T {
  const create = document.createElement
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement =>
    name === 'style' ? styleStandIn(create.call(document, 'span')) : create.call(document, name, options)
  try {
    return run()
  } finally {
    document.createElement = create
  }
}

function styleStandIn(element: HTMLElement): HTMLElement {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  element.hidden = true
  Object.defineProperty(element, 'textContent', { set: (css: string) => sheet.replaceSync(css) })
  element.remove = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    Element.prototype.remove.call(element)
  }
  return element
}
