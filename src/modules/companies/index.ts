export { type ApiKeys, createApiKeys } from './api-keys.service.ts';
export { type Companies, createCompanies, ownOr404 } from './companies.service.ts';
export type { CompanyFilter } from './companies.store.ts';
export {
  type ApiKey,
  type Company,
  type Employee,
  fullName,
  type PermissionGroup,
} from './company.ts';
export { createEmployees, type EmployeeInput, type Employees } from './employees.service.ts';
export type { EmployeeFilter } from './employees.store.ts';
export { chooseLanguage, chosenLanguage } from './languages.service.ts';
export { PERMISSIONS, type Permission, SCOPES, type Scope } from './permission.ts';
export {
  createPermissionGroups,
  type GroupInput,
  type PermissionGroups,
} from './permission-groups.service.ts';
