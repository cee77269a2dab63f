import { accounts } from './accounts.ts';
import { admission } from './admission.ts';
import { alerts } from './alerts.ts';
import { answers } from './answers.ts';
import { catalog } from './catalog.ts';
import { companies } from './companies.ts';
import { contracts } from './contracts.ts';
import { fields } from './fields.ts';
import { invoicing } from './invoicing.ts';
import { kernel } from './kernel.ts';
import { licensing } from './licensing.ts';
import { noticeKinds } from './notice-kinds.ts';
import { notices } from './notices.ts';
import { orders } from './orders.ts';
import { parties } from './parties.ts';
import { payments } from './payments.ts';
import { problems } from './problems.ts';
import { requests } from './requests.ts';
import { service } from './service.ts';
import { signIn } from './sign-in.ts';
import { simulation } from './simulation.ts';
import { storage } from './storage.ts';
import { wallet } from './wallet.ts';
import { webhooks } from './webhooks.ts';

/** All that the server says to people, in German. What is kept stays English. */
export const german = {
  ...accounts,
  ...admission,
  ...alerts,
  ...answers,
  ...catalog,
  ...companies,
  ...contracts,
  ...fields,
  ...invoicing,
  ...kernel,
  ...licensing,
  ...noticeKinds,
  ...notices,
  ...orders,
  ...parties,
  ...payments,
  ...problems,
  ...requests,
  ...service,
  ...signIn,
  ...simulation,
  ...storage,
  ...wallet,
  ...webhooks,
} as const;
