/** An object that the host product would have reported, by days before today. */
interface DemoObject {
  readonly id: string;
  readonly meter: string;
  readonly kind: string;
  readonly name: string;
  readonly bytes: number;
  readonly records?: number;
  readonly dialed_records?: number;
  readonly daysOld: number;
  readonly daysUnused: number;
  readonly isDeleted?: boolean;
}

const MB = 1_000_000;

/** Over its allowance in each of the FAQ's three ways. */
export const OBJECTS: readonly DemoObject[] = [
  {
    id: 'list-statewide-homeowners',
    meter: 'data',
    kind: 'data_list',
    name: 'Statewide homeowners',
    bytes: 1_250 * MB,
    records: 500_000,
    dialed_records: 10_000,
    daysOld: 50,
    daysUnused: 3,
  },
  {
    id: 'list-open-house-leads',
    meter: 'data',
    kind: 'data_list',
    name: 'Open house leads',
    bytes: 180 * MB,
    records: 12_400,
    dialed_records: 11_950,
    daysOld: 30,
    daysUnused: 1,
  },
  {
    id: 'list-expired-last-year',
    meter: 'data',
    kind: 'data_list',
    name: 'Expired listings, last year',
    bytes: 640 * MB,
    records: 86_000,
    dialed_records: 86_000,
    daysOld: 58,
    daysUnused: 40,
    isDeleted: true,
  },
  {
    id: 'file-brochure-video',
    meter: 'files',
    kind: 'file',
    name: 'brochure-video-4k.mp4',
    bytes: 1_400 * MB,
    daysOld: 45,
    daysUnused: 38,
  },
  {
    id: 'file-logo-pack',
    meter: 'files',
    kind: 'file',
    name: 'logo-pack.zip',
    bytes: 45 * MB,
    daysOld: 55,
    daysUnused: 20,
  },
  ...Array.from(
    { length: 6 },
    (_, week): DemoObject => ({
      id: `recordings-week-${week + 1}`,
      meter: 'recordings',
      kind: 'call_recording',
      name: `Call recordings of ${week + 1} ${week === 0 ? 'week' : 'weeks'} ago`,
      bytes: (420 + 35 * week) * MB,
      daysOld: 7 * (week + 1),
      daysUnused: 7 * week,
    }),
  ),
];
