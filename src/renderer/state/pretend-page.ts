/** Stands for the document in tests: a page that is hidden and seen again. */
export class PretendPage extends EventTarget {
  hidden = false
  become(hidden: boolean): void {
    this.hidden = hidden
    this.dispatchEvent(new Event('visibilitychange'))
  }
}
