import type { ISearchOptions, SearchAddon } from '@xterm/addon-search'

/** How many places were found and which one is shown, from 1; `shown` is null beyond the counted ones. */
export interface Found {
  readonly shown: number | null
  readonly count: number
  /** There are more than were counted. */
  readonly more: boolean
}

/** Finds text in the terminal's memory and marks every place. */
export interface Finder {
  next(term: string): void
  previous(term: string): void
  clear(): void
  onFound(listener: (found: Found) => void): () => void
}

const MOST_COUNTED = 1000

/** A finder over xterm's search; it takes hex colours only, so both are chosen to stand out in light and dark. */
export function createFinder(search: SearchAddon): Finder {
  return {
    next: (term) => void search.findNext(term, options()),
    previous: (term) => void search.findPrevious(term, options()),
    clear: () => search.clearDecorations(),
    onFound: (listener) => {
      const listening = search.onDidChangeResults(({ resultIndex, resultCount }) =>
        listener({ shown: resultIndex < 0 ? null : resultIndex + 1, count: resultCount, more: resultCount >= MOST_COUNTED }),
      )
      return () => listening.dispose()
    },
  }
}

function options(): ISearchOptions {
  const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark'
  return {
    decorations: {
      matchBackground: dark ? '#57431e' : '#f0dbb2',
      matchOverviewRuler: dark ? '#d6942b' : '#c67800',
      activeMatchBackground: dark ? '#a06a12' : '#f2b84b',
      activeMatchColorOverviewRuler: dark ? '#efb556' : '#855300',
    },
  }
}
