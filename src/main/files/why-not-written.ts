/** Why a file could not be written, in words. */
export function whyNotWritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'this disk is full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'this folder does not allow it'
    default:
      return code ?? message
  }
}
