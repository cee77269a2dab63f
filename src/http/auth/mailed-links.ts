import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { language, type PlainSentence, say, speaking } from '../../kernel/words/say.ts';
import { chosenLanguage } from '../../modules/companies/index.ts';
import {
  type MailContent,
  type MailTheme,
  type Outbox,
  writeMail,
} from '../../modules/notices/index.ts';
import type { Links, SignInLink } from './links.ts';
import { nameOf, type Person, peopleAt, personFor } from './people.ts';
import { selectPolicy } from './policies.store.ts';
import type { Room } from './room.ts';
import type { Tries } from './tries.ts';
import type { SignInUser } from './users.store.ts';
import type { Visitor } from './visitor.ts';

export interface SignInMail {
  readonly outbox: Outbox;
  readonly theme: MailTheme;
  /** Whether a mail server is set. */
  readonly isSet: boolean;
}

export interface MailedLinks {
  /**
   * Mails a link to whoever has the address. The answer comes before anybody is looked up, so
   * neither its words nor its time tell whether there is somebody. Refuses `no_mail_server` and
   * `rate_limited`, whoever asks for whomever.
   */
  request(email: string, visitor: Visitor, address: string): Promise<void>;
  /** Mails an invitation with its link; false where no mail server is set. */
  invite(tx: Transaction, user: SignInUser, link: SignInLink): Promise<boolean>;
  /** Settles when every mail that was asked for has been written. */
  settled(): Promise<void>;
}

/** One address may belong to employees of several companies; each has a link of their own. */
const PEOPLE_MAX = 5;

export interface MailedLinksDeps {
  readonly links: Links;
  readonly tries: Tries;
  readonly mail: SignInMail;
  readonly report: (error: unknown) => void;
}

export function createMailedLinks(room: Room, deps: MailedLinksDeps): MailedLinks {
  const { database, clock, events, employees } = room;
  const { links, tries, mail } = deps;
  const working = new Set<Promise<void>>();

  /** Everybody with the address: also those who have never signed in. */
  async function everybody(tx: Transaction, email: string): Promise<Person[]> {
    for (const employee of await employees.withEmail(tx, email, PEOPLE_MAX)) {
      await personFor(tx, room, employee);
    }
    return await peopleAt(tx, room, email);
  }

  async function write(email: string, address: string): Promise<void> {
    const asked = language(); // Of whoever asks for the link, who is most likely its reader.
    await database.transaction(async (tx) => {
      for (const person of await everybody(tx, email)) {
        const { user, employee } = person;
        const policy = employee && (await selectPolicy(tx, employee.company));
        const isByCompany = policy?.ssoRequired === true;
        const link = isByCompany ? undefined : await links.forUser(tx, user, 'mailed', address);
        const reads = (await chosenLanguage(tx, employee?.id ?? user.id)) ?? asked;
        const words = speaking(reads, () =>
          writeMail(mail.theme, isByCompany ? singleSignOnWords(room, address) : linkWords(link)),
        );
        await mail.outbox.add(tx, {
          kind: 'sign_in_link',
          to: { name: nameOf(person), address: employee?.email ?? user.email },
          company: employee?.company,
          isConfidential: true,
          giveUpAt: link?.expiresAt,
          ...words,
        });
        await events.record(tx, {
          actor: SYSTEM,
          at: clock.now(),
          company: employee?.company,
          type: 'sign_in_link.mailed',
          subject: employee?.id ?? user.id,
        });
      }
    });
  }

  return {
    async request(email, visitor, address) {
      if (!mail.isSet) throw new Refusal('no_mail_server');
      await tries.count('link_from', visitor.address);
      await tries.count('link', email);
      const work = write(email, address)
        .catch(deps.report)
        .finally(() => working.delete(work));
      working.add(work);
    },

    async invite(tx, user, link) {
      if (!mail.isSet) return false;
      await mail.outbox.add(tx, {
        kind: 'staff_invitation',
        to: { name: user.name, address: user.email },
        isConfidential: true,
        giveUpAt: link.expiresAt,
        ...speaking((await chosenLanguage(tx, user.id)) ?? 'en', () =>
          writeMail(mail.theme, invitationWords(link, mail.theme)),
        ),
      });
      return true;
    },

    async settled() {
      await Promise.all(working);
    },
  };
}

const SMALL_PRINT: PlainSentence =
  'If you did not ask for it, do nothing: without this mail nobody signs in.';

function linkWords(link: SignInLink | undefined): MailContent {
  return {
    subject: say('Your sign-in link'),
    heading: say('Sign in'),
    paragraphs: [say('This link signs you in once, within 15 minutes.')],
    buttons: link === undefined ? [] : [{ label: say('Sign in'), url: link.url }],
    smallPrint: say(SMALL_PRINT),
  };
}

function singleSignOnWords({ settings }: Room, address: string): MailContent {
  return {
    subject: say('Sign in through your company'),
    heading: say('Your company signs in through its own identity provider'),
    paragraphs: [
      say('Choose “Single sign-on” on the sign-in page. Links by mail are switched off.'),
    ],
    buttons: [
      { label: say('To the sign-in page'), url: `${settings.publicUrl ?? address}/sign-in` },
    ],
    smallPrint: say(SMALL_PRINT),
  };
}

function invitationWords({ url }: SignInLink, { operatorName }: MailTheme): MailContent {
  return {
    subject: say('You are invited to {operatorName}', { operatorName }),
    heading: say('You are invited'),
    paragraphs: [say('This link signs you in once, within 24 hours. Set a password then.')],
    buttons: [{ label: say('Accept the invitation'), url }],
  };
}
