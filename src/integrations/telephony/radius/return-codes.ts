/**
 * h323-return-code by our reason: the numbers that Cisco's voice scripts announce, and that
 * gateways of other makers took over. 0 is success.
 */
export const RETURN_CODES: Readonly<Record<string, number>> = {
  unknown_caller: 1,
  insufficient_ports: 3,
  seats_exhausted: 3,
  insufficient_minutes: 12,
  account_closed: 7,
  account_suspended: 7,
  employee_hidden: 7,
  permission_denied: 7,
  license_not_assigned: 7,
  unavailable: 8,
  no_rate: 9,
  invalid_value: 11,
  unknown_code: 11,
};

/** Denied, without saying more. */
export const UNKNOWN_RETURN_CODE = 7;
