import type { LocalDate } from '../../kernel/calendar.ts';
import { periodContaining } from '../../kernel/period.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { BillingAccount } from '../accounts/index.ts';
import type { CatalogSnapshot } from '../catalog/index.ts';
import type { Contract } from '../contracts/index.ts';
import {
  type ComingTotal,
  comingTotals,
  type LicensingRules,
  type LoadedLicensing,
  planTotals,
  rulesOf,
  type TotalsPlan,
  totalOn,
  type WantedTotals,
} from '../licensing/index.ts';

/** One type's total from some day on, and what is going to happen to it by itself. */
interface Timeline {
  readonly total: number;
  readonly coming: readonly ComingTotal[];
}

/**
 * An account's license totals as they would develop. It decides nothing itself: orders are
 * planned by the rules that plan real ones, and the rest follows from history's own rules.
 * Who holds which license is left out, so no supposed decrease is refused for that.
 */
export class SupposedLicenses {
  readonly #account: BillingAccount;
  readonly #loaded: LoadedLicensing;
  readonly #snapshot: CatalogSnapshot;
  readonly #timelines = new Map<string, Timeline>();
  #contracts: readonly Contract[];

  constructor(
    loaded: LoadedLicensing,
    { snapshot, contracts }: { snapshot: CatalogSnapshot; contracts: readonly Contract[] },
  ) {
    this.#account = loaded.account;
    this.#loaded = loaded;
    this.#snapshot = snapshot;
    this.#contracts = contracts;
    for (const type of loaded.state.types.values()) {
      const coming = loaded.coming.filter(({ licenseType }) => licenseType === type.licenseType);
      this.#timelines.set(type.licenseType, {
        total: type.total,
        coming: coming.flatMap(asComing),
      });
    }
  }

  get contracts(): readonly Contract[] {
    return this.#contracts;
  }

  /** Every total as `day` begins; those at 0 are left out. */
  totalsOn(day: LocalDate): Map<string, number> {
    const totals = [...this.#timelines].map(([code, { total, coming }]): [string, number] => [
      code,
      totalOn(total, coming, day),
    ]);
    return new Map(totals.filter(([, total]) => total > 0));
  }

  /** The least total of the type on `day`, by contract. */
  floorOn(code: string, day: LocalDate): number {
    return this.#rulesOn(day).floorOn(code, day)?.floor ?? 0;
  }

  /** A contract signed on `day`: lower totals below its floors are cancelled, others raised. */
  sign(contract: Contract, day: LocalDate): void {
    this.#contracts = [...this.#contracts, contract].sort((left, right) =>
      left.startsOn < right.startsOn ? -1 : 1,
    );
    const rules = this.#rulesOn(day);
    for (const [code, timeline] of this.#timelines) {
      const pending = pendingOf(timeline, day);
      const floor = pending && rules.floorOn(code, pending.effectiveOn);
      const isBelow = pending !== undefined && floor !== undefined && pending.total < floor.floor;
      this.#set(
        code,
        totalOn(timeline.total, timeline.coming, day),
        isBelow ? undefined : pending,
        {
          day,
          rules,
        },
      );
    }
  }

  /** Orders on `day`. Refuses what a real order would be refused. */
  order(wanted: WantedTotals, day: LocalDate): TotalsPlan {
    const rules = this.#rulesOn(day);
    const plan = planTotals({ ...this.#stateOn(day) }, wanted, rules);
    if ('refused' in plan) throw new Refusal(plan.refused, plan.details);
    for (const change of plan.changes) {
      const timeline = this.#timelines.get(change.licenseType);
      const present = timeline === undefined ? 0 : totalOn(timeline.total, timeline.coming, day);
      if (timeline !== undefined && pendingOf(timeline, day) !== undefined) {
        this.#withdrawNotices(change.licenseType, day);
      }
      if (change.kind === 'decrease' && change.notice !== undefined) {
        this.#giveNotice(change.notice, change.licenseType, change.total);
      }
      const total = present + (change.kind === 'increase' ? change.quantity : 0);
      const decrease = change.kind === 'decrease' ? change : undefined;
      this.#set(change.licenseType, total, decrease, { day, rules: this.#rulesOn(day) });
    }
    return plan;
  }

  #set(
    code: string,
    total: number,
    decrease: { total: number; effectiveOn: LocalDate } | undefined,
    { rules }: { day: LocalDate; rules: LicensingRules },
  ): void {
    const floorOn = (on: LocalDate) => rules.floorOn(code, on);
    const coming = comingTotals(total, decrease, rules.raiseDays, floorOn);
    this.#timelines.set(code, { total, coming });
  }

  #stateOn(day: LocalDate) {
    const { state } = this.#loaded;
    const types = [...state.types].map(([code, { pending: _, ...type }]) => {
      const timeline = this.#timelines.get(code) ?? { total: 0, coming: [] };
      const pending = pendingOf(timeline, day);
      return [
        code,
        {
          ...type,
          holders: [],
          total: totalOn(timeline.total, timeline.coming, day),
          ...(pending !== undefined && { pending: { ...pending, change: 0n } }),
        },
      ] as const;
    });
    const period = periodContaining(state.anchorDate, day);
    return { ...state, today: day, period, types: new Map(types) };
  }

  #rulesOn(day: LocalDate): LicensingRules {
    return rulesOf({ ...this.#account, today: day }, this.#snapshot, this.#contracts);
  }

  #withdrawNotices(licenseType: string, day: LocalDate): void {
    this.#contracts = this.#contracts.map((contract) => ({
      ...contract,
      notices: contract.notices.filter(
        (notice) => notice.licenseType !== licenseType || notice.termStart <= day,
      ),
    }));
  }

  #giveNotice(
    notice: { contract: string; termStart: LocalDate },
    licenseType: string,
    floor: number,
  ): void {
    const given = { licenseType, termStart: notice.termStart, floor };
    this.#contracts = this.#contracts.map((contract) =>
      contract.id === notice.contract
        ? { ...contract, notices: [...contract.notices, given] }
        : contract,
    );
  }
}

function pendingOf(
  { coming }: Timeline,
  day: LocalDate,
): { total: number; effectiveOn: LocalDate } | undefined {
  return coming.find(({ kind, effectiveOn }) => kind === 'decrease' && effectiveOn > day);
}

/** A row of the future as the timeline keeps it. Increases are never ahead. */
function asComing(change: LoadedLicensing['coming'][number]): ComingTotal[] {
  const { kind, total, effectiveOn, contract } = change;
  if (kind === 'decrease') return [{ kind, total, effectiveOn }];
  if (kind === 'contract_raise' && contract !== null) {
    return [{ kind, total, effectiveOn, contract }];
  }
  return [];
}
