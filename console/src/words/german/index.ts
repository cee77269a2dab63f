import { accountAssignments } from './account-assignments.ts';
import { accountDetails } from './account-details.ts';
import { accountDocuments } from './account-documents.ts';
import { accountHistory } from './account-history.ts';
import { accountMinutes } from './account-minutes.ts';
import { accountPorts } from './account-ports.ts';
import { accountStorage } from './account-storage.ts';
import { agent } from './agent.ts';
import { ask } from './ask.ts';
import { auditActions } from './audit-actions.ts';
import { billingInformation } from './billing-information.ts';
import { cart } from './cart.ts';
import { companies } from './companies.ts';
import { documents } from './documents.ts';
import { employees } from './employees.ts';
import { everywhere } from './everywhere.ts';
import { licenses } from './licenses.ts';
import { notices } from './notices.ts';
import { operator } from './operator.ts';
import { operatorCatalog } from './operator-catalog.ts';
import { operatorCompany } from './operator-company.ts';
import { operatorContracts } from './operator-contracts.ts';
import { operatorDunning } from './operator-dunning.ts';
import { operatorReports } from './operator-reports.ts';
import { operatorWork } from './operator-work.ts';
import { parts } from './parts.ts';
import { requests } from './requests.ts';
import { security } from './security.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { simulation } from './simulation.ts';
import { singleSignOn } from './single-sign-on.ts';
import { staff } from './staff.ts';

/** All that the console says, in German; loaded only by those who read it. */
export const german = {
  ...accountAssignments,
  ...accountDetails,
  ...accountDocuments,
  ...accountHistory,
  ...accountMinutes,
  ...accountPorts,
  ...accountStorage,
  ...agent,
  ...ask,
  ...auditActions,
  ...billingInformation,
  ...cart,
  ...companies,
  ...documents,
  ...employees,
  ...everywhere,
  ...licenses,
  ...notices,
  ...operatorCatalog,
  ...operatorCompany,
  ...operatorContracts,
  ...operatorDunning,
  ...operatorReports,
  ...operatorWork,
  ...operator,
  ...parts,
  ...requests,
  ...security,
  ...settings,
  ...shell,
  ...signIn,
  ...simulation,
  ...singleSignOn,
  ...staff,
} as const;
