/** The terms that an order accepts, as the operator has set them. */
export interface Terms {
  readonly version: string;
  readonly url: string;
}
