/**
 * Lets spans take a style attribute by way of their style object, which has the same effect and is allowed by the content
 * policy; xterm colours single characters that way.
 */
export function letSpansTakeStyles(): void {
  HTMLSpanElement.prototype.setAttribute = function setAttribute(this: HTMLSpanElement, name: string, value: string): void {
    if (name === 'style') this.style.cssText = value
    else Element.prototype.setAttribute.call(this, name, value)
  }
}

/**
 * Runs code that makes style elements, giving it elements that feed constructed style sheets instead: the content policy
 * forbids style elements, and xterm makes three for each terminal.
 */
export function withConstructedStyles<T>(run: () => T): T {
  const create = (name: string, options?: ElementCreationOptions): HTMLElement => ownCreate.createElement.call(document, name, options)
  const value = (name: string, options?: ElementCreationOptions): HTMLElement => (name === 'style' ? styleStandIn(create('span')) : create(name, options))
  // Stands before the document's own function until it is taken away again.
  Object.defineProperty(document, 'createElement', { configurable: true, value })
  try {
    return run()
  } finally {
    Reflect.deleteProperty(document, 'createElement')
  }
}

const ownCreate: { createElement(name: string, options?: ElementCreationOptions): HTMLElement } = Document.prototype

function styleStandIn(element: HTMLElement): HTMLElement {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  element.hidden = true
  Object.defineProperty(element, 'textContent', {
    set(css: string) {
      sheet.replaceSync(css)
    },
  })
  element.remove = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    Element.prototype.remove.call(element)
  }
  return element
}
