/** What the database's own machinery needs of a log; pino's logger is one. */
export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** For callers that give no log: what is only informative is dropped. */
export const silentLog: DatabaseLog = {
  info() {},
  warn() {},
};
