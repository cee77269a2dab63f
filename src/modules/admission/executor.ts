/** Whatever runs one statement: a lane's connection, or the transaction of a larger change. */
export interface Executor {
  /** `name` lets a connection prepare the statement once. */
  run<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}
