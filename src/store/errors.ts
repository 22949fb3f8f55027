/** The store cannot be reached, or did not take a write: worth trying again. `code` says why, for the log. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly code: string;

  /** @param code our own word or the store's, such as REDIS_READONLY: never anything that was typed */
  constructor(code: string) {
    super(`The store is unavailable: ${code}`);
    this.code = code;
  }
}

/** There is no room. New journeys are refused first, so that those that are open can go on. `code` says which limit. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
  readonly code: string;

  /** @param code which limit was met, such as STORE_LIMIT */
  constructor(code: string) {
    super(`The store is full: ${code}`);
    this.code = code;
  }
}
