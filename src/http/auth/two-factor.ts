import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { actorOf, type Person } from './people.ts';
import type { Room } from './room.ts';
import {
  countRecoveryCodes,
  deleteRecoveryCodes,
  deleteSecondFactor,
  insertRecoveryCodes,
  type SecondFactor,
  selectSecondFactor,
  updateRecoveryCodeUsed,
  updateSecondFactor,
  upsertSecondFactor,
} from './second-factors.store.ts';
import { updateSession } from './sessions.store.ts';
import type { SessionOwner, Sessions } from './sessions.ts';
import { base32, matchingStep, otpauthUri } from './totp.ts';
import type { Tries } from './tries.ts';

export interface TwoFactor {
  /** Whether a code is asked for when this person signs in. */
  isOn(tx: Transaction, userId: string): Promise<boolean>;
  recoveryCodesLeft(tx: Transaction, userId: string): Promise<number>;
  /** A new secret, in force once a code of it is confirmed. Refuses `already_exists`. */
  setUp(tx: Transaction, owner: SessionOwner): Promise<{ secret: string; uri: string }>;
  /** Turns it on; the recovery codes, told this once. Refuses a wrong code. */
  confirm(owner: SessionOwner, code: string): Promise<readonly string[]>;
  /** Other recovery codes in place of the present ones, for a code of the app or one of them. */
  renewRecoveryCodes(owner: SessionOwner, code: string): Promise<readonly string[]>;
  /** Turns it off, for a code of the app or a recovery code. */
  turnOff(owner: SessionOwner, code: string): Promise<void>;
  /** Turns somebody else's off who has lost their device; an Administrator's or admin's doing. */
  reset(tx: Transaction, actor: Actor, person: Person): Promise<void>;
  /** Takes a code of the app, or a recovery code once. Refuses a wrong one, and `rate_limited`. */
  take(person: Person, code: string): Promise<void>;
}

/** 160 bits: what RFC 4226 recommends, and what apps expect. */
const SECRET_BYTES = 20;

const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

const wrong = () =>
  new Refusal('invalid_value', {
    message: say('The code is not right, or was used already. Wait for the next one in your app.'),
    pointer: '/code',
  });

export function createTwoFactor(room: Room, deps: { sessions: Sessions; tries: Tries }): TwoFactor {
  const { database, clock, events } = room;
  const { sessions, tries } = deps;

  const record = (tx: Transaction, person: Person, type: string, actor: Actor = actorOf(person)) =>
    events.record(tx, {
      actor,
      at: clock.now(),
      company: person.employee?.company,
      type,
      subject: person.employee?.id ?? person.user.id,
    });

  /** The step that a code of the app is of; undefined where it is wrong, or the seal another's. */
  async function stepOf({ sealedSecret, lastStep }: SecondFactor, code: string) {
    const opened = await room.open(sealedSecret);
    if (opened === undefined) return undefined;
    const secret = Buffer.from(opened, 'base64url');
    return matchingStep(secret, code.replaceAll(' ', ''), clock.now(), lastStep);
  }

  /** Whether the code is right; a right one is used up. */
  async function use(tx: Transaction, person: Person, code: string): Promise<boolean> {
    const userId = person.user.id;
    const factor = await selectSecondFactor(tx, userId, 'lock');
    if (factor?.confirmedAt == null) return false;
    const step = await stepOf(factor, code);
    if (step !== undefined) {
      await updateSecondFactor(tx, userId, { lastStep: step });
      return true;
    }
    const hash = hashOf(code);
    if (!(await updateRecoveryCodeUsed(tx, { userId, hash, at: clock.now() }))) return false;
    await record(tx, person, 'recovery_code.used');
    return true;
  }

  async function freshCodes(tx: Transaction, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await deleteRecoveryCodes(tx, userId);
    await insertRecoveryCodes(tx, userId, codes.map(hashOf));
    return codes;
  }

  /** Does `work` where the code is right, in the transaction that uses the code up. */
  async function withCode<T>(
    person: Person,
    code: string,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    await tries.count('code', person.user.id);
    const done = await database.transaction(async (tx) => {
      if (!(await use(tx, person, code))) throw wrong();
      return await work(tx);
    });
    await tries.forget('code', person.user.id);
    return done;
  }

  return {
    isOn: async (tx, userId) => (await selectSecondFactor(tx, userId))?.confirmedAt != null,
    recoveryCodesLeft: countRecoveryCodes,

    async setUp(tx, { user, employee }) {
      if ((await selectSecondFactor(tx, user.id, 'lock'))?.confirmedAt != null) {
        throw new Refusal('already_exists', {
          message: say(
            'Two-factor sign-in is on already. Turn it off first to set up another app.',
          ),
        });
      }
      const secret = randomBytes(SECRET_BYTES);
      const sealedSecret = await room.seal(secret.toString('base64url'));
      await upsertSecondFactor(tx, { userId: user.id, sealedSecret, at: clock.now() });
      const uri = otpauthUri(secret, employee?.email ?? user.email);
      return { secret: base32(secret), uri };
    },

    async confirm(owner, code) {
      const userId = owner.user.id;
      await tries.count('code', userId);
      const codes = await database.transaction(async (tx) => {
        const factor = await selectSecondFactor(tx, userId, 'lock');
        if (factor === undefined || factor.confirmedAt !== null) {
          throw new Refusal('nothing_to_change', {
            message: say('There is no two-factor sign-in to confirm. Set it up first.'),
          });
        }
        const step = await stepOf(factor, code);
        if (step === undefined) throw wrong();
        await updateSecondFactor(tx, userId, { confirmedAt: clock.now(), lastStep: step });
        await updateSession(tx, owner.session.id, { secondFactor: true });
        await sessions.revoke(tx, owner, { except: owner.session.id });
        await sessions.renew(tx, userId);
        await record(tx, owner, 'two_factor.turned_on');
        return await freshCodes(tx, userId);
      });
      await tries.forget('code', userId);
      return codes;
    },

    renewRecoveryCodes: (owner, code) =>
      withCode(owner, code, async (tx) => {
        await record(tx, owner, 'recovery_codes.renewed');
        return await freshCodes(tx, owner.user.id);
      }),

    turnOff: (owner, code) =>
      withCode(owner, code, async (tx) => {
        await deleteSecondFactor(tx, owner.user.id);
        await sessions.renew(tx, owner.user.id);
        await record(tx, owner, 'two_factor.turned_off');
      }),

    async reset(tx, actor, person) {
      if (!(await deleteSecondFactor(tx, person.user.id))) return;
      await sessions.revoke(tx, person);
      await record(tx, person, 'two_factor.reset', actor);
    },

    take: (person, code) => withCode(person, code, async () => undefined),
  };
}

/** Four groups of four, of the letters and digits that nobody mistakes for one another. */
function newRecoveryCode(): string {
  const text = base32(randomBytes(RECOVERY_BYTES)).toLowerCase();
  return text.match(/.{4}/g)?.join('-') ?? text;
}

/** However it is typed: in capitals, without dashes, with spaces. A fast hash: 80 random bits. */
function hashOf(code: string): Buffer {
  const text = code.toLowerCase().replace(/[^a-z2-7]/g, '');
  return createHash('sha256').update(text).digest();
}
