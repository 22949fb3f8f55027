/** The store cannot be reached or refused a write; worth trying again. `code` says why, for the log. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly code: string;

  /** @param code our own or the store's code, such as REDIS_READONLY, never user input */
  constructor(code: string) {
    super(`The store is unavailable: ${code}`);
    this.code = code;
  }
}

/** There is no room. New journeys are refused first, so that open ones can go on. `code` names the limit. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
  readonly code: string;

  /** @param code the limit that was reached, such as STORE_LIMIT */
  constructor(code: string) {
    super(`The store is full: ${code}`);
    this.code = code;
  }
}

/** Whether the store failed, and not our own code. */
export const isStoreError = (error: unknown): error is StoreUnavailable | StoreFull =>
  error instanceof StoreFull || error instanceof StoreUnavailable;
