import type { Permission, Scope } from './permission.ts';

/** One customer. Nothing of one company is ever visible to another. */
export interface Company {
  readonly id: string;
  readonly name: string;
  /** The operator's own name for it, unique among companies. */
  readonly externalId: string | null;
  /** The test clock that all its billing accounts share, if any. */
  readonly testClock: string | null;
  readonly createdAt: Date;
}

/** A person of a company. Never deleted, only hidden. */
export interface Employee {
  readonly id: string;
  readonly company: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The group's name, such as `Basic User`. */
  readonly permissionGroup: string;
  readonly permissions: readonly Permission[];
  /** Since when the employee is hidden; null while shown. */
  readonly hiddenAt: Date | null;
  readonly createdAt: Date;
  readonly version: bigint;
}

export interface PermissionGroup {
  readonly id: string;
  /** Null for a shipped group, the same for everyone. */
  readonly company: string | null;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly editable: boolean;
}

export interface ApiKey {
  readonly id: string;
  /** Null for an operator's key. */
  readonly company: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** The name people see. */
export function fullName(employee: Pick<Employee, 'firstName' | 'lastName'>): string {
  return `${employee.firstName} ${employee.lastName}`;
}
