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
  const own = document.createElement
  const create = own.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement
  const standIn = (name: string, options?: ElementCreationOptions): HTMLElement => (name === 'style' ? styleStandIn(create('span')) : create(name, options))
  document.createElement = standIn as typeof document.createElement
  try {
    return run()
  } finally {
    document.createElement = own
  }
}

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
