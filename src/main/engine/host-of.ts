/** The host of a URL for a published address: one on all addresses answers where the engine is, one of IPv6 stands in brackets. */
export function hostOf(address: string, engineHost: string): string {
  if (address === '0.0.0.0' || address === '::' || address === '127.0.0.1') return engineHost
  return address.includes(':') ? `[${address}]` : address
}
