export { createParties, type SellersAndBuyers } from './parties.service.ts';
export type {
  Address,
  Buyer,
  BuyerVersion,
  Parties,
  Registrations,
  Seller,
  SellerVersion,
} from './party.ts';
