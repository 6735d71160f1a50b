/** What lies at a place of a case's folder: a text, or something that is no plain file. */
export type Laid =
  | string
  | { readonly lay: 'folder' | 'pipe' }
  | { readonly lay: 'link'; readonly to: string }
  | { readonly lay: 'bytes'; readonly hex: string }

/** A project that can be used, and the part of its inspection that is promised. */
export interface GoodCase {
  readonly name: string
  readonly files: Readonly<Record<string, Laid>>
  readonly expected: object
  /** Each must be found in one of the warnings. */
  readonly warns?: readonly RegExp[]
  /** None of the warnings may match. */
  readonly silent?: RegExp
}

/** A project that cannot be used as it lies there, and what a person is told. */
export interface BrokenCase {
  readonly name: string
  readonly files: Readonly<Record<string, Laid>>
  readonly error: RegExp
}
